// A place to paste a link into: an installed app has no address bar, and shares nothing with the
// browser that opens links.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isRefusal } from '../core/questions';
import { addressWith } from '../state/link';
import { say } from '../state/words';
import type { PageData } from '../ui/page-data';
import { readPasted, soundFragment } from './pasted';

export function PasteBox({ data }: { data: PageData }): JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null);
  const [message, setMessage] = useState('');
  const [isWrong, setWrong] = useState(false);
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    setWrong(false);
    setMessage(say('paste.looking'));
    const found = await find(box.current?.value ?? '', data);
    if ('address' in found) {
      location.href = found.address;
      setMessage('');
      return;
    }
    setWrong(true);
    setMessage(found.problem);
    box.current?.focus();
  };
  return (
    <section aria-labelledby="plans-paste-heading">
      <h2 id="plans-paste-heading">{say('paste.title')}</h2>
      <p>{say('paste.text')}</p>
      <form class="plans-paste" onSubmit={open} noValidate>
        <label for="plans-paste-link">{say('paste.label')}</label>
        <textarea
          id="plans-paste-link"
          ref={box}
          rows={3}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={isWrong}
          aria-describedby="plans-paste-message"
        />
        <p id="plans-paste-message" role="status" class={isWrong ? 'plans-problem' : ''}>
          {message}
        </p>
        <button type="submit" class="button">
          {say('paste.open')}
        </button>
      </form>
    </section>
  );
}

type Found = { readonly address: string } | { readonly problem: string };

async function find(text: string, data: PageData): Promise<Found> {
  const pasted = readPasted(text);
  if (typeof pasted === 'string') return { problem: say(`paste.${pasted}`) };
  try {
    const catalogue = await data.catalogue();
    const core = pasted.code === '' ? undefined : await data.core();
    const read = await core?.ask('read-code', { code: pasted.code });
    if (read && isRefusal(read)) {
      return { problem: say('paste.refused', read.errors[0]?.message ?? '') };
    }
    return { address: addressWith(data.builder, soundFragment(pasted, read, catalogue)) };
  } catch {
    return { problem: say('paste.failed') };
  }
}
