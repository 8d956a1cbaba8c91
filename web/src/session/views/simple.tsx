// The screens of a few words.

import type { JSX } from 'preact';
import type { RunningSession } from '../../keep/records';
import { holdsChoices } from '../../state/address';
import { addressWith } from '../../state/link';
import { durationInWords } from '../../state/phrases';
import { say } from '../../state/words';
import type { Model } from '../model';
import type { Session } from '../session';
import type { Pages } from './after';

export function Preparing(): JSX.Element {
  return (
    <p role="status" tabIndex={-1} data-focus>
      {say('preparing')}
    </p>
  );
}

export function Failed(): JSX.Element {
  return (
    <div class="notice notice--warn" role="alert">
      <p>{say('failed')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => location.reload()}>
          {say('try_again')}
        </button>
      </p>
    </div>
  );
}

interface NoneProps {
  readonly pages: Pages;
  readonly session: Session;
  readonly model: Model;
}

export function None({ pages, session, model }: NoneProps): JSX.Element {
  const { refused, sent } = model;
  const isRefused = refused.length > 0;
  return (
    <section aria-labelledby="session-none">
      <h2 id="session-none" tabIndex={-1} data-focus>
        {say(isRefused ? 'none.unsafe' : 'none.title')}
      </h2>
      <p>{say(isRefused ? 'none.unsafe_text' : 'none.text')}</p>
      {isRefused && (
        <div class="notice notice--warn">
          <ul>
            {refused.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="actions">
        <a class="button" href={builderFor(model, pages)}>
          {say(isRefused ? 'none.builder' : 'none.change')}
        </a>
        {sent && (
          <button type="button" class="button button--quiet" onClick={session.askAgainWhatApplies}>
            {say('sent.again')}
          </button>
        )}
      </p>
    </section>
  );
}

/** The builder marks what speaks against the same routine, for the one who was asked. */
function builderFor({ asked, sent }: Model, { builder }: Pages): string {
  if (!holdsChoices(asked)) return builder;
  const conditions = sent?.request.conditions.map(encodeURIComponent).join(',');
  return addressWith(builder, conditions ? `${asked}&conditions=${conditions}` : asked);
}

interface ReturnProps {
  readonly session: Session;
  readonly running: RunningSession;
}

export function Return({ session, running }: ReturnProps): JSX.Element {
  const played = running.played_seconds + Math.round(running.at / 1000);
  return (
    <section aria-labelledby="session-return">
      <h2 id="session-return" tabIndex={-1} data-focus>
        {say('return.title')}
      </h2>
      <p class="lead">{say('return.text', running.name, durationInWords(played))}</p>
      <button type="button" class="button session-start" onClick={session.goOnWithInterrupted}>
        {say('return.go_on')}
      </button>
      <p class="actions">
        <button type="button" class="button button--quiet" onClick={session.dropInterrupted}>
          {say('return.other')}
        </button>
      </p>
    </section>
  );
}
