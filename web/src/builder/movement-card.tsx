// One movement of the routine, with what can be done about it.

import { Component, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LONGEST_MOVEMENT_NOTE } from '../state/draft';
import { dosesOf, isSameDose, nextStep } from '../state/doses';
import { isSafetyRule } from '../state/care';
import type { ShownMovement } from '../state/shown';
import { say } from '../state/words';
import { ActionButton } from './action-button';
import { SwapPanel } from './swap-panel';
import type { Actions, View } from './view';

interface Props {
  readonly movement: ShownMovement;
  readonly place: number;
  readonly view: View;
}

type Open = 'swap' | 'change' | null;

export function MovementCard({ movement, place, view }: Props): JSX.Element {
  const [open, setOpen] = useState<Open>(null);
  const { actions, shown } = view;
  const panel = `builder-movement-${place}`;
  return (
    <li class="movement" data-row="" data-key={movement.key} tabIndex={-1}>
      <MovementText movement={movement} />
      <MovementTools
        title={movement.title}
        place={place}
        isLast={place === shown.movements.length - 1}
        isOnly={shown.settled && shown.movements.length === 1}
        open={open}
        setOpen={setOpen}
        panel={panel}
        actions={actions}
      />
      {open === null ? null : (
        <div class="movement-panel" id={panel}>
          {open === 'swap' ? (
            <SwapPanel place={place} view={view} />
          ) : (
            <ChangePanel movement={movement} place={place} view={view} />
          )}
        </div>
      )}
    </li>
  );
}

interface ToolsProps {
  readonly title: string; // of the movement
  readonly place: number;
  readonly isLast: boolean;
  readonly isOnly: boolean; // the last one stays
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
  readonly panel: string; // the id of what opens
  readonly actions: Actions;
}

/** More than half of what a card is made of, and the same after most changes: then it is passed over. */
class MovementTools extends Component<ToolsProps> {
  override shouldComponentUpdate(next: ToolsProps): boolean {
    const names = Object.keys(next) as (keyof ToolsProps)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  override render({ title, place, isLast, isOnly, ...props }: ToolsProps): JSX.Element {
    const { open, setOpen, panel, actions } = props;
    const toggle = (what: Open): void => setOpen(open === what ? null : what);
    return (
      <p class="movement-tools">
        <ActionButton
          title={title}
          expanded={open === 'swap'}
          controls={panel}
          onClick={() => toggle('swap')}
        >
          {say('action.swap')}
        </ActionButton>
        <ActionButton
          title={title}
          expanded={open === 'change'}
          controls={panel}
          onClick={() => toggle('change')}
        >
          {say('action.change')}
        </ActionButton>
        {isOnly ? null : (
          <ActionButton title={title} onClick={() => actions.leaveOut(place)}>
            {say('action.leave_out')}
          </ActionButton>
        )}
        <span class="movement-order">
          <ActionButton
            class="button--icon"
            disabled={place === 0}
            onClick={() => actions.move(place, place - 1)}
          >
            <span aria-hidden="true">↑</span>
            <span class="visually-hidden">{say('action.up', title)}</span>
          </ActionButton>
          <ActionButton
            class="button--icon"
            disabled={isLast}
            onClick={() => actions.move(place, place + 1)}
          >
            <span aria-hidden="true">↓</span>
            <span class="visually-hidden">{say('action.down', title)}</span>
          </ActionButton>
        </span>
      </p>
    );
  }
}

function MovementText({ movement }: { readonly movement: ShownMovement }): JSX.Element {
  const { figure } = movement;
  return (
    <>
      {movement.position === '' ? null : <p class="movement-position">{movement.position}</p>}
      <div class="movement-head">
        {figure ? (
          <img
            class="movement-figure-small"
            loading="lazy"
            src={figure.thumbnail}
            alt={figure.description}
            width="840"
            height="560"
          />
        ) : null}
        <div>
          <h3 class="movement-title">
            <span
              class="movement-handle"
              data-handle=""
              aria-hidden="true"
              title={say('action.drag')}
            />
            <a href={movement.url}>{movement.title}</a>
          </h3>
          <p class="movement-dose">
            {movement.dose}
            {movement.locked ? (
              <span class="movement-locked"> {say('movement.locked')}</span>
            ) : null}
          </p>
          <p class="movement-time">
            {say('movement.time', movement.time)}{' '}
            <a class="movement-source" href={sourcesOf(movement.url)}>
              {say('movement.source')}
              <span class="visually-hidden">{say('action.movement', movement.title)}</span>
            </a>
          </p>
        </div>
      </div>
      <BrokenRules movement={movement} />
      {movement.care.map((care) => (
        <p class="movement-care" key={care}>
          <strong>{say('movement.care')}</strong> {care}
        </p>
      ))}
      {movement.note === '' ? null : (
        <p class="movement-note">
          <strong>{say('movement.note')}</strong> {movement.note}
        </p>
      )}
      <p class="movement-reasons">{say('movement.reasons', movement.reasons.join(' '))}</p>
    </>
  );
}

function BrokenRules({ movement }: { readonly movement: ShownMovement }): JSX.Element {
  const reasons = (unsafe: boolean): string =>
    movement.broken
      .filter(({ rule }) => isSafetyRule(rule) === unsafe)
      .map(({ reason }) => reason)
      .join(' ');
  const unsafe = reasons(true);
  const advice = reasons(false);
  return (
    <>
      {unsafe === '' ? null : (
        <p class="movement-unsafe">
          <strong>{say('broken.unsafe')}</strong> {unsafe}
        </p>
      )}
      {advice === '' ? null : (
        <p class="movement-broken">
          <strong>{say('broken.advice')}</strong> {advice}
        </p>
      )}
    </>
  );
}

/** In a single file a page's sections stand behind its address without a second hash sign. */
function sourcesOf(url: string): string {
  return `${url}${url.startsWith('#') ? '' : '#'}sources-of-this-page`;
}

function ChangePanel({ movement, place, view }: Props): JSX.Element {
  const { actions, lookup, shown } = view;
  const { title, step, givenDose } = movement;
  const doses = dosesOf(lookup.exercise(movement.id), shown.text.stage) ?? [];
  const lower = nextStep(doses, givenDose, step, -1);
  const higher = nextStep(doses, givenDose, step, 1);
  // What is planned has our doses alone.
  const canLock = movement.locked || doses.some((dose) => isSameDose(dose, givenDose));
  const field = `builder-note-${place}`;
  return (
    <>
      <p class="movement-steps">
        <ActionButton
          title={title}
          disabled={lower === undefined}
          onClick={() => lower !== undefined && actions.setStep(place, lower)}
        >
          {say('action.less')}
        </ActionButton>
        <ActionButton
          title={title}
          disabled={higher === undefined}
          onClick={() => higher !== undefined && actions.setStep(place, higher)}
        >
          {say('action.more')}
        </ActionButton>
        <ActionButton
          title={title}
          disabled={!canLock}
          pressed={movement.locked}
          onClick={() => actions.lock(place, !movement.locked)}
        >
          {say('action.lock')}
        </ActionButton>
      </p>
      <p class="small">{say(canLock ? 'movement.lock_note' : 'movement.lock_other')}</p>
      <p class="field">
        <label for={field}>
          {say('movement.note_label')}
          <span class="visually-hidden">{say('action.movement', title)}</span>
        </label>
        <textarea
          id={field}
          rows={2}
          maxLength={LONGEST_MOVEMENT_NOTE}
          value={view.state.draft?.movements[place]?.note ?? ''}
          onInput={({ currentTarget }) => actions.setNote(place, currentTarget.value)}
        />
      </p>
    </>
  );
}
