// What can be done with the routine as a whole.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { otherTime } from '../state/plan-state';
import { count, say } from '../state/words';
import { ReminderForm } from '../ui/reminder';
import { ActionButton } from './action-button';
import { PlanPanel } from './plan-panel';
import type { View } from './view';

type Panel = 'plan' | 'reminders' | null;

export function Toolbar({ view }: { readonly view: View }): JSX.Element {
  const [open, setOpen] = useState<Panel>(null);
  const toggle = (panel: Panel): void => setOpen(open === panel ? null : panel);
  const ready = view.shown.movements.length > 0 && !view.shown.unsafe;
  return (
    <div class="plan-tools">
      {ready ? (
        <>
          <p class="plan-main">
            <a class="button button--large" href={view.start}>
              {say('action.start')}
            </a>
            <ActionButton
              expanded={open === 'plan'}
              controls="builder-panel"
              onClick={() => toggle('plan')}
            >
              {say(view.saved === 'saved' ? 'plan.title_saved' : 'plan.title')}
            </ActionButton>
            <ActionButton
              expanded={open === 'reminders'}
              controls="builder-panel"
              onClick={() => toggle('reminders')}
            >
              {say('reminders')}
            </ActionButton>
          </p>
          {open === null ? null : (
            <div class="plan-panel" id="builder-panel">
              {open === 'plan' ? (
                <PlanPanel view={view} />
              ) : (
                <ReminderForm id="builder-reminder" about={view.reminded} core={view.core} />
              )}
            </div>
          )}
        </>
      ) : null}
      <Versions view={view} />
      {view.saving === '' || (ready && open === 'plan') ? null : (
        <p class="plan-saving">{view.saving}</p>
      )}
    </div>
  );
}

function Versions({ view }: { readonly view: View }): JSX.Element {
  const { actions, state, shown } = view;
  const { surfaces, variety } = state.request;
  const isOnly = (surface: string): boolean => surfaces.length === 1 && surfaces[0] === surface;
  const only = ['bed', 'chair'].filter((id) => view.lookup.surface(id) && !isOnly(id));
  return (
    <p class="button-row plan-versions">
      <ActionButton disabled={!view.canUndo} onClick={actions.undo}>
        {say('action.undo')}
      </ActionButton>
      <ActionButton disabled={!view.canRedo} onClick={actions.redo}>
        {say('action.redo')}
      </ActionButton>
      {shown.movements.length === 0 ? null : (
        <ActionButton onClick={actions.another}>{say('action.another')}</ActionButton>
      )}
      {variety && !shown.settled ? (
        <ActionButton onClick={() => actions.planAnew({ variety: 0 })}>
          {say('action.best')}
        </ActionButton>
      ) : null}
      <OtherMinutes view={view} way={-1} />
      <OtherMinutes view={view} way={1} />
      {only.map((surface) => (
        <ActionButton key={surface} onClick={() => actions.planAnew({ surfaces: [surface] })}>
          {say(surface === 'bed' ? 'action.bed' : 'action.chair')}
        </ActionButton>
      ))}
    </p>
  );
}

function OtherMinutes({ view, way }: { readonly view: View; readonly way: 1 | -1 }): JSX.Element {
  const minutes = otherTime(view.state.request.minutes, view.shown, way);
  return (
    <ActionButton
      disabled={minutes === undefined}
      onClick={() => minutes !== undefined && view.actions.planAnew({ minutes })}
    >
      {say(way < 0 ? 'action.shorter' : 'action.longer')}
      {minutes === undefined ? null : (
        <span class="visually-hidden">{say('action.movement', count('minutes', minutes))}</span>
      )}
    </ActionButton>
  );
}
