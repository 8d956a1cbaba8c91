// A routine that came by a link: what applies to the one who opened it is asked before anything else.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../state/words';
import type { Model } from '../model';
import type { Sent } from '../prepare';
import type { Session } from '../session';

interface Props {
  readonly session: Session;
  readonly model: Model;
  readonly sent: Sent;
}

export function SentRoutine({ session, model, sent }: Props): JSX.Element {
  const [applying, setApplying] = useState(sent.request.conditions);
  const offered = session.workshop()?.catalogue.conditions ?? [];
  const set = (id: string, applies: boolean): void =>
    setApplying(applies ? [...applying, id] : applying.filter((other) => other !== id));
  return (
    <section aria-labelledby="session-sent">
      <h2 id="session-sent" tabIndex={-1} data-focus>
        {sent.name || say('sent.title')}
      </h2>
      {sent.note !== '' && <p class="notice session-sent-note">{sent.note}</p>}
      <p>{say('sent.text')}</p>
      <fieldset class="session-pain">
        <legend>{say('sent.question')}</legend>
        {sent.isTicked && <p class="small">{say('sent.own')}</p>}
        {offered.map(({ id, label }) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={applying.includes(id)}
              onChange={({ currentTarget }) => set(id, currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="button session-start"
        aria-disabled={model.busy}
        onClick={() => void session.applies(applying)}
      >
        {say(applying.length > 0 ? 'sent.check' : 'sent.none')}
      </button>
    </section>
  );
}
