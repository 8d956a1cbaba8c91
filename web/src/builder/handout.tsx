// What stands only on paper: for whom it is, what to leave out and why, and the code of the plan.

import type { JSX } from 'preact';
import { durationInWords } from '../state/phrases';
import { say } from '../state/words';
import { isOnDisk } from './plan-panel';
import { hasCode, QrCode } from './qr-code';
import type { View } from './view';

export function HandoutHead({ view }: { readonly view: View }): JSX.Element {
  const { state } = view;
  return (
    <div class="handout">
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
            <QrCode link={view.link} />
            {hasCode(view.link) ? <p>{say('handout.code')}</p> : null}
          </div>
        )}
      </div>
    </div>
  );
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
