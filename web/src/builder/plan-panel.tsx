// Keeping the plan on this device and handing it on: all that a physiotherapist needs in one place.

import type { JSX } from 'preact';
import { LONGEST_NAME, LONGEST_NOTE } from '../state/link';
import { say } from '../state/words';
import { ActionButton } from './action-button';
import { heldByCode, QrCode } from './qr-code';
import type { View } from './view';

export function PlanPanel({ view }: { readonly view: View }): JSX.Element {
  const { actions, state, saved, link } = view;
  const hasAddress = !isOnDisk();
  const held = heldByCode(view);
  return (
    <>
      <p class="field">
        <label for="builder-name">{say('plan.name')}</label>
        <input
          id="builder-name"
          type="text"
          maxLength={LONGEST_NAME}
          value={state.name}
          onInput={({ currentTarget }) => actions.setName(currentTarget.value)}
        />
      </p>
      <p class="field">
        <label for="builder-note">{say('plan.note')}</label>
        <textarea
          id="builder-note"
          rows={3}
          maxLength={LONGEST_NOTE}
          value={state.note}
          onInput={({ currentTarget }) => actions.setAuthorsNote(currentTarget.value)}
        />
      </p>
      <p class="button-row">
        <ActionButton disabled={saved === 'saved'} onClick={actions.save}>
          {say(
            saved === 'saved' ? 'plan.saved' : saved === 'new' ? 'plan.save' : 'plan.save_changes',
          )}
        </ActionButton>
        <ActionButton onClick={actions.copyLink}>{say('plan.copy')}</ActionButton>
        {hasAddress && typeof navigator.share === 'function' ? (
          <ActionButton onClick={actions.shareLink}>{say('plan.share')}</ActionButton>
        ) : null}
        <ActionButton onClick={actions.print}>{say('plan.print')}</ActionButton>
      </p>
      <p class="plan-saving">{view.saving}</p>
      <p>
        <a href={view.plans}>{say('plan.all')}</a>
      </p>
      <p class="field">
        <label for="builder-link">{say('plan.link')}</label>
        <input
          id="builder-link"
          type="text"
          readOnly
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </p>
      <p class="small">{say(hasAddress ? 'plan.link_note' : 'plan.link_note_disk')}</p>
      {hasAddress ? (
        <>
          <QrCode view={view} />
          {held === 'all' ? null : (
            <p class="small">{say(held === 'bare' ? 'plan.qr_bare' : 'plan.qr_too_long')}</p>
          )}
        </>
      ) : null}
    </>
  );
}

/** A page from a disk has no address that means anything elsewhere. */
export function isOnDisk(): boolean {
  return location.protocol === 'file:';
}
