// What stands above the movements: where the routine comes from, what is wrong with it, what follows
// from the sessions so far.

import type { JSX } from 'preact';
import { changedDoses } from '../state/changed-doses';
import { isAdjusted } from '../state/choices';
import { inShort } from '../state/phrases';
import { count, say } from '../state/words';
import { ActionButton } from './action-button';
import type { View } from './view';

interface Props {
  readonly view: View;
}

/** The name and the note of whoever made the plan, before anything of it is kept. */
export function OpenedNotice({ view }: Props): JSX.Element | null {
  const { opened, state, saved } = view;
  if (!opened) return null;
  const { name, note } = state;
  const isNew = saved === 'new' && opened.problem === '';
  const lines = [
    opened.from === 'article' ? say('opened.article', opened.title) : '',
    opened.problem,
    opened.otherEdition ? say('opened.other_edition') : '',
    isNew && opened.from === 'link' ? say('opened.not_kept') : '',
    isNew && opened.from === 'own' ? say('opened.own') : '',
    opened.from === 'link' && view.shown.settled ? say('opened.check') : '',
  ].filter((line) => line !== '');
  const isForeign = opened.otherEdition || opened.from === 'link';
  const changed = isForeign && view.shown.settled ? changedDoses(view.shown, view.lookup) : [];
  if (name === '' && note === '' && lines.length === 0) return null;
  return (
    <section class="notice plan-opened" aria-label={say('opened.label')}>
      {name === '' ? null : <h3>{name}</h3>}
      {note === '' ? null : <p class="plan-note">{note}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {changed.length === 0 ? null : (
        <>
          <p>{count('opened.doses', changed.length)}</p>
          <ul>
            {changed.map(({ title, given, here }, place) => (
              <li key={`${place} ${title}`}>{say('opened.dose', title, given, here)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Whoever made the plan said something of a person that nothing here can be checked for. */
export function UnknownNotice({ view }: Props): JSX.Element | null {
  if (view.unknown.length === 0) return null;
  return (
    <div class="notice notice--warn">
      <p>
        {say('unknown_condition', inShort(view.unknown))} {say('unknown.text')}
      </p>
      <ActionButton onClick={view.actions.goOnWithoutUnknown}>{say('unknown.go_on')}</ActionButton>
    </div>
  );
}

export function BrokenNotice({ view }: Props): JSX.Element | null {
  const { shown, state, actions } = view;
  if (!shown.settled) return null;
  return (
    <div class="plan-settled">
      {shown.unsafe ? (
        <p class="movement-unsafe">
          <strong>{say('broken.unsafe')}</strong> {say('broken.unsafe_text')}
        </p>
      ) : null}
      {shown.broken.length === 0 ? null : (
        <div class="movement-broken">
          <p>
            <strong>{say('broken.advice')}</strong>
          </p>
          <ul>
            {shown.broken.map(({ reason }) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{say('settled')}</p>
      <ActionButton onClick={() => actions.planAnew({ minutes: state.request.minutes })}>
        {say('action.plan_anew')}
      </ActionButton>
    </div>
  );
}

export function ConflictNotice({ view }: Props): JSX.Element | null {
  const { shown, lookup, actions } = view;
  const { conflicts, changes } = shown;
  if (conflicts.length === 0) return null;
  const asked = conflicts.some(({ movements }) => movements.length > 0);
  return (
    <div id="routine-conflicts" data-list="conflicts">
      {conflicts.map(({ movements, reason }) => (
        <div class="conflict" data-row="" tabIndex={-1} key={reason}>
          <p>
            {movements.length === 0
              ? reason
              : say(
                  'conflict.asked',
                  movements
                    .map((id) => lookup.title(id))
                    .reduce((one, other) => say('conflict.and', one, other)),
                  reason,
                )}
          </p>
          {movements.length === 0 ? null : (
            <p class="button-row">
              {movements.map((id) => (
                <ActionButton
                  key={id}
                  title={lookup.title(id)}
                  onClick={() => actions.takeBack(id)}
                >
                  {say('action.take_back')}
                </ActionButton>
              ))}
            </p>
          )}
        </div>
      ))}
      {changes.length > 0 ? (
        <>
          <p>{count('conflict.would_help', changes.length)}</p>
          <ul>
            {changes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{say(asked ? 'conflict.advice_asked' : 'conflict.advice')}</p>
      )}
    </div>
  );
}

/** What was changed since the last sessions, and why; most of it stands on the page of the progress. */
export function ProgressNotice({ view }: Props): JSX.Element | null {
  const { progress, state, shown, actions } = view;
  if (!progress || shown.settled) return null;
  const inside = new Set(shown.movements.map(({ id }) => id));
  const changed = progress.changes.filter(({ movement }) => inside.has(movement));
  const texts = [...progress.advice, ...changed].map(({ text }) => text);
  if (texts.length === 0) return null;
  return (
    <div class="plan-progress">
      {state.progress ? (
        <>
          <p>{texts[0]}</p>
          {texts.length > 1 ? (
            <details>
              <summary>{count('progress.more', texts.length - 1)}</summary>
              <ul>
                {texts.slice(1).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ) : (
        <p>{say('progress.off')}</p>
      )}
      <ActionButton onClick={() => actions.useProgress(!state.progress)}>
        {say(state.progress ? 'progress.not_now' : 'progress.again')}
      </ActionButton>
    </div>
  );
}

/** What the person changed about the planned routine, and the way back. */
export function AdjustedNotice({ view }: Props): JSX.Element | null {
  const { request } = view.state;
  if (view.shown.settled || !isAdjusted(request)) return null;
  const leftOut = count('adjusted.movements', request.exclude.length);
  const putIn = count('adjusted.movements', request.include.length);
  const words =
    request.include.length === 0
      ? say('adjusted.left_out', leftOut)
      : request.exclude.length === 0
        ? say('adjusted.put_in', putIn)
        : say('adjusted.both', leftOut, putIn);
  return (
    <div class="routine-adjustments">
      <p>{words}</p>
      <ActionButton onClick={view.actions.startAgain}>{say('action.start_again')}</ActionButton>
    </div>
  );
}
