// What stands only on paper: for whom it is, what to leave out and why, and the code of the plan.

import type { JSX } from 'preact';
import { durationInWords } from '../state/phrases';
import type { Shown } from '../state/shown';
import { say } from '../state/words';
import { isOnDisk } from './plan-panel';
import { heldByCode, QrCode } from './qr-code';
import type { View } from './view';

// In characters, found by printing: what two pages hold in the usual print, what a movement takes besides its texts,
// and the least that a line takes.
const MUCH = 5200;
const MANY = 12; // movements
const CARD = 100;
const LINE = 50;

export function HandoutHead({ view }: { readonly view: View }): JSX.Element {
  const { state } = view;
  const held = heldByCode(view);
  return (
    <div class={isLong(view) ? 'handout handout--dense' : 'handout'}>
      <div class="handout-head">
        <div>
          <p class="handout-title">{state.name === '' ? say('handout.title') : state.name}</p>
          <p class="handout-lines">
            <span>{say('handout.for')}</span>
            <span>{say('handout.date')}</span>
          </p>
          {state.note === '' ? null : <p class="plan-note">{state.note}</p>}
        </div>
        {isOnDisk() ? null : (
          <div class="handout-code">
            <QrCode view={view} />
            {held === 'none' ? null : (
              <p>{say(held === 'all' ? 'handout.code' : 'handout.code_bare')}</p>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function isLong(view: View): boolean {
  const { movements, broken } = view.shown;
  const texts = [
    view.state.note,
    ...movements.flatMap(({ note, care }) => [note, ...care]),
    ...[...broken, ...movements.flatMap((movement) => movement.broken), ...ruledOut(view)].map(
      ({ reason }) => reason,
    ),
  ];
  const lines = texts.filter((text) => text !== '').flatMap((text) => text.split('\n'));
  const written = lines.reduce((sum, line) => sum + Math.max(line.length, LINE), 0);
  return movements.length > MANY || written + movements.length * CARD > MUCH;
}

function ruledOut({ shown }: View): Shown['leftOut'] {
  return shown.leftOut.filter(({ rule }) => rule === 'condition');
}

export function HandoutFoot({ view }: { readonly view: View }): JSX.Element {
  const { lookup, shown, state } = view;
  const conditions = state.request.conditions.map((id) => lookup.condition(id)?.label ?? id);
  const out = ruledOut(view);
  return (
    <div class="handout">
      {out.length === 0 ? null : (
        <>
          <p class="handout-heading">{say('handout.left_out', conditions.join('; '))}</p>
          <ul class="handout-out">
            {out.map(({ id, reason }) => (
              <li key={id}>
                <strong>{lookup.title(id)}.</strong> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="handout-heading">{say('handout.notes', durationInWords(shown.total_seconds))}</p>
      <p class="handout-space" />
    </div>
  );
}
