// Minutes on each of the last days. A day without any is a day, and nothing is broken by it.

import type { JSX } from 'preact';
import type { SessionRecord } from '../keep/records';
import { dayInWords, shortDay } from '../state/dates';
import { count, say } from '../state/words';
import { BOTTOM, ChartTable, Frame, heightOf, LEFT, middleOf, RIGHT, threeOf } from './chart';
import { daysPractised, minutesByDay } from './series';

const DAYS = 28;
const BAR = ((RIGHT - LEFT) / DAYS) * 0.7;

interface Props {
  readonly sessions: readonly SessionRecord[];
  readonly today: string;
}

export function DaysChart({ sessions, today }: Props): JSX.Element {
  const language = document.documentElement.lang || 'en';
  const points = minutesByDay(sessions, today, DAYS);
  const most = Math.max(10, ...points.map(({ minutes }) => Math.ceil(minutes / 10) * 10));
  const days = threeOf(points).map(([x, { date }]) => [x, shortDay(date, language)] as const);
  const total = points.reduce((sum, { minutes }) => sum + minutes, 0);
  const text = count('days.count', daysPractised(sessions, today, DAYS), count('minutes', total));
  return (
    <section aria-labelledby="progress-days">
      <h2 id="progress-days">{say('days.title')}</h2>
      <p>
        {text} {say('days.kind')}
      </p>
      <Frame
        label={`${say('days.title')}. ${text}`}
        marks={[0, most / 2, most]}
        most={most}
        days={days}
      >
        {points.map(({ date, minutes }, index) => {
          const top = heightOf(minutes, most);
          const x = middleOf(index, DAYS) - BAR / 2;
          return minutes === 0 ? null : (
            <rect
              key={date}
              class="days-bar"
              x={x}
              y={top}
              width={BAR}
              height={BOTTOM - top}
              rx={2}
            />
          );
        })}
      </Frame>
      <ChartTable
        name={say('days.title')}
        columns={[say('table.day'), say('days.minutes')]}
        rows={points
          .filter(({ minutes }) => minutes > 0)
          .reverse()
          .map(({ date, minutes }) => [dayInWords(date, today, language), minutes])}
      />
    </section>
  );
}
