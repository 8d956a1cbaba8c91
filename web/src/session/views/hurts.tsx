// It hurts: two taps until the session goes on in another way, or is over and help is shown.

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../state/words';
import { HURTS, SIGNS, type Hurt } from '../../keep/records';
import { WAYS, type Model } from '../model';
import type { Session } from '../session';

interface Props {
  readonly session: Session;
  readonly model: Model;
}

export function Hurts({ session, model }: Props): JSX.Element {
  return model.hurt === null ? (
    <What session={session} />
  ) : (
    <How session={session} model={model} hurt={model.hurt} />
  );
}

function What({ session }: { readonly session: Session }): JSX.Element {
  const heading = useFocus();
  return (
    <section class="stage-panel" aria-labelledby="session-what">
      <h1 id="session-what" tabIndex={-1} ref={heading}>
        {say('hurts.title')}
      </h1>
      <div class="stage-answers">
        {HURTS.map((hurt) => (
          <button key={hurt} type="button" class="button" onClick={() => session.hurtHow(hurt)}>
            {say(`hurts.${hurt}`)}
          </button>
        ))}
      </div>
      <h2 id="session-signs">{say('hurts.signs')}</h2>
      <div class="stage-answers" role="group" aria-labelledby="session-signs">
        {SIGNS.map((sign) => (
          <button
            key={sign}
            type="button"
            class="button button--quiet stage-sign"
            onClick={() => session.symptom(sign)}
          >
            {say(`sign.${sign}`)}
          </button>
        ))}
      </div>
      <p>
        <button type="button" class="button button--quiet" onClick={session.notHurt}>
          {say('hurts.none')}
        </button>
      </p>
    </section>
  );
}

function How({ session, model, hurt }: Props & { readonly hurt: Hurt }): JSX.Element {
  const heading = useFocus();
  return (
    <section class="stage-panel" aria-labelledby="session-how">
      <h1 id="session-how" tabIndex={-1} ref={heading}>
        {say('hurts.how')}
      </h1>
      <div class="stage-answers">
        {WAYS[hurt].map((way, index) => (
          <button
            key={way}
            type="button"
            class={index === 0 ? 'button' : 'button button--quiet'}
            aria-disabled={model.busy}
            onClick={() => void session.goOnAs(way)}
          >
            {say(`hurts.${way}`)}
          </button>
        ))}
      </div>
      <p role="status">{model.busy ? say('hurts.working') : ''}</p>
      <p>
        <button type="button" class="button button--quiet" onClick={() => session.hurtHow(null)}>
          {say('hurts.back')}
        </button>
      </p>
    </section>
  );
}

/** The button that led here is gone. */
function useFocus(): { current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}
