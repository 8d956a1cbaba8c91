// Reminders as a calendar file: the person's own calendar does the reminding.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Core } from '../core/core';
import { isRefusal } from '../core/questions';
import {
  calendarQuestion,
  FIRST_REMINDER,
  MOST_TIMES,
  WEEKDAYS,
  weekdayNames,
  WEEKS,
  type Reminded,
  type Reminder,
} from '../state/reminder';
import { count, say } from '../state/words';
import { download } from './download';
import { focusSoon } from './focus';

interface Props {
  readonly about: Reminded;
  readonly id: string; // begins the ids of the form, which must be unique on the page
  core(): Promise<Core>;
}

type Outcome = 'saved' | 'missing' | 'failed';

export function ReminderForm({ about, id, core }: Props): JSX.Element {
  const [reminder, setReminder] = useState<Reminder>(FIRST_REMINDER);
  const [outcome, setOutcome] = useState<Outcome>();
  const change = (changes: Partial<Reminder>): void => {
    setReminder({ ...reminder, ...changes });
    setOutcome(undefined);
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const question = calendarQuestion(reminder, about, new Date());
    setOutcome(question ? await saved(question, core) : 'missing');
  };
  return (
    <form class="reminder" onSubmit={save} noValidate>
      <Days reminder={reminder} change={change} />
      <Times reminder={reminder} change={change} id={id} />
      <label class="field" for={`${id}-weeks`}>
        <span>{say('reminder.weeks')}</span>
        <select
          id={`${id}-weeks`}
          value={reminder.weeks}
          onChange={({ currentTarget }) => change({ weeks: Number(currentTarget.value) })}
        >
          {WEEKS.map((weeks) => (
            <option key={weeks} value={weeks}>
              {count('reminder.for_weeks', weeks)}
            </option>
          ))}
          <option value={0}>{say('reminder.no_end')}</option>
        </select>
      </label>
      <p class="actions">
        <button class="button button--quiet" type="submit">
          {say('reminder.save')}
        </button>
      </p>
      <p role="status">{outcome ? say(`reminder.${outcome}`) : ''}</p>
    </form>
  );
}

async function saved(
  question: NonNullable<ReturnType<typeof calendarQuestion>>,
  core: Props['core'],
): Promise<Outcome> {
  try {
    const answer = await (await core()).ask('calendar', question);
    if (isRefusal(answer)) return 'failed';
    download('unclench.ics', 'text/calendar', answer.calendar);
    return 'saved';
  } catch {
    return 'failed';
  }
}

interface PartProps {
  readonly reminder: Reminder;
  change(changes: Partial<Reminder>): void;
}

function Days({ reminder: { days }, change }: PartProps): JSX.Element {
  const names = weekdayNames(document.documentElement.lang || 'en');
  const toggled = (day: string): string[] =>
    WEEKDAYS.filter((other) => days.includes(other) !== (other === day));
  return (
    <fieldset>
      <legend>{say('reminder.days')}</legend>
      <div class="chips">
        {WEEKDAYS.map((day, index) => (
          <label class="chip" key={day}>
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={() => change({ days: toggled(day) })}
            />
            <span>{names[index]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Times({ reminder: { times }, change, id }: PartProps & { id: string }): JSX.Element {
  const changed = (place: number, time: string): string[] =>
    times.map((other, index) => (index === place ? time : other));
  // At the most and at the least a button goes, with the focus that it has.
  const resize = (next: readonly string[]): void => {
    change({ times: next });
    focusSoon(`${id}-time-${next.length - 1}`);
  };
  return (
    <fieldset>
      <legend>{say('reminder.times')}</legend>
      <div class="chips">
        {times.map((time, index) => (
          <span class="field" key={index}>
            <input
              type="time"
              id={`${id}-time-${index}`}
              aria-label={count('reminder.time', index + 1)}
              value={time}
              onChange={({ currentTarget }) =>
                change({ times: changed(index, currentTarget.value) })
              }
            />
          </span>
        ))}
        {times.length < MOST_TIMES && (
          <button
            type="button"
            class="button button--quiet"
            onClick={() => resize([...times, times.length === 1 ? '18:00' : '14:00'])}
          >
            {say('reminder.more')}
          </button>
        )}
        {times.length > 1 && (
          <button
            type="button"
            class="button button--quiet"
            onClick={() => resize(times.slice(0, -1))}
          >
            {say('reminder.fewer')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
