// What stands only on paper: for whom it is, what to leave out and why, and the code of the plan.

import type { JSX } from 'preact';
import { durationInWords } from '../state/phrases';
import { say } from '../state/words';
import { isOnDisk } from './plan-panel';
import { heldByCode, QrCode } from './qr-code';
import type { View } from './view';

const MUCH = 4000; // characters that two pages do not hold in the usual print

export function HandoutHead({ view }: { readonly view: View }): JSX.Element {
  const { state } = view;
  const held = heldByCode(view);
  return (
    <div class={lengthOfTexts(view) > MUCH ? 'handout handout--dense' : 'handout'}>
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

/** Characters of what a person wrote, and of the care that conditions ask for. */
function lengthOfTexts({ state, shown }: View): number {
  const texts = shown.movements.flatMap(({ note, care }) => [note, ...care]);
  return texts.reduce((sum, text) => sum + text.length, state.note.length);
}

export function HandoutFoot({ view }: { readonly view: View }): JSX.Element {
  const { lookup, shown, state } = view;
  const conditions = state.request.conditions.map((id) => lookup.condition(id)?.label ?? id);
  const ruledOut = shown.leftOut.filter(({ rule }) => rule === 'condition');
  return (
    <div class="handout">
      {ruledOut.length === 0 ? null : (
        <>
          <p class="handout-heading">{say('handout.left_out', conditions.join('; '))}</p>
          <ul class="handout-out">
            {ruledOut.map(({ id, reason }) => (
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
