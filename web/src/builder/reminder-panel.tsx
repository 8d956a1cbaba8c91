// Reminders for any calendar, as a file to open. Nothing is sent.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type TextKey } from '../state/words';
import { ActionButton } from './action-button';
import type { View } from './view';

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
type Day = (typeof DAYS)[number];

export interface Reminders {
  readonly days: readonly Day[];
  readonly times: readonly string[];
  readonly weeks: number;
}

const FIRST: Reminders = { days: [...DAYS], times: ['08:00'], weeks: 4 };
const MOST_TIMES = 3;

export function ReminderPanel({ view }: { readonly view: View }): JSX.Element {
  const [reminders, setReminders] = useState(FIRST);
  const { days, times, weeks } = reminders;
  const differ = new Set(times).size === times.length && !times.includes('');
  const complete = days.length > 0 && differ && weeks >= 1 && weeks <= 52;
  const setTime = (index: number, time: string): void =>
    setReminders({ ...reminders, times: times.map((one, at) => (at === index ? time : one)) });
  return (
    <>
      <fieldset class="reminder-days">
        <legend>{say('reminders.days')}</legend>
        {DAYS.map((day) => (
          <label class="choice" key={day}>
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={({ currentTarget }) =>
                setReminders({
                  ...reminders,
                  days: DAYS.filter((one) =>
                    one === day ? currentTarget.checked : days.includes(one),
                  ),
                })
              }
            />
            {say(`reminders.${day}` as TextKey)}
          </label>
        ))}
      </fieldset>
      <div class="reminder-times">
        {times.map((time, index) => (
          <p class="field" key={index}>
            <label for={`builder-time-${index}`}>{say('reminders.time', index + 1)}</label>
            <input
              id={`builder-time-${index}`}
              type="time"
              value={time}
              onInput={({ currentTarget }) => setTime(index, currentTarget.value)}
            />
          </p>
        ))}
        <p class="field">
          <label for="builder-weeks">{say('reminders.weeks')}</label>
          <input
            id="builder-weeks"
            type="number"
            min="1"
            max="52"
            value={weeks}
            onInput={({ currentTarget }) =>
              setReminders({ ...reminders, weeks: currentTarget.valueAsNumber || 0 })
            }
          />
        </p>
      </div>
      <p class="button-row">
        <ActionButton
          disabled={times.length >= MOST_TIMES}
          onClick={() => setReminders({ ...reminders, times: [...times, '18:00'] })}
        >
          {say('reminders.add_time')}
        </ActionButton>
        {times.length > 1 ? (
          <ActionButton onClick={() => setReminders({ ...reminders, times: times.slice(0, -1) })}>
            {say('reminders.remove_time')}
          </ActionButton>
        ) : null}
        <ActionButton disabled={!complete} onClick={() => view.actions.remind(reminders)}>
          {say('reminders.make')}
        </ActionButton>
      </p>
      {complete ? null : <p class="movement-broken">{say('reminders.incomplete')}</p>}
      <p class="small">{say('reminders.note')}</p>
    </>
  );
}
