// Pain before and after each session, and the next morning.

import type { JSX } from 'preact';
import type { SessionRecord } from '../keep/records';
import { dayInWords, shortDay } from '../state/dates';
import { count, say } from '../state/words';
import { ChartTable, Frame, heightOf, middleOf, threeOf } from './chart';
import { meanPains, painSeries, type PainPoint } from './series';

const MOST_SESSIONS = 20;
const MOST_PAIN = 10;

interface Props {
  readonly sessions: readonly SessionRecord[];
  readonly today: string;
}

export function PainChart({ sessions, today }: Props): JSX.Element | null {
  const language = document.documentElement.lang || 'en';
  const points = painSeries(sessions, MOST_SESSIONS);
  if (points.length === 0) return null;
  const days = threeOf(points).map(([x, { date }]) => [x, shortDay(date, language)] as const);
  const text = meansInWords(points, language);
  return (
    <section aria-labelledby="progress-pain">
      <h2 id="progress-pain">{say('pain.title')}</h2>
      <p>{text}</p>
      <Frame
        label={`${say('pain.title')}. ${text}`}
        marks={[0, 5, 10]}
        most={MOST_PAIN}
        days={days}
      >
        {points.map((point, index) => (
          <Point key={point.id} point={point} x={middleOf(index, points.length)} />
        ))}
      </Frame>
      <Legend />
      <ChartTable
        name={say('pain.title')}
        columns={[say('table.day'), say('pain.before'), say('pain.after'), say('pain.morning')]}
        rows={[...points]
          .reverse()
          .map(({ date, before, after, morning }) => [
            dayInWords(date, today, language),
            ...[before, after, morning].map((pain) => pain ?? say('table.unknown')),
          ])}
      />
    </section>
  );
}

function meansInWords(points: readonly PainPoint[], language: string): string {
  const sessions = count('pain.sessions', points.length);
  const means = meanPains(points);
  if (!means) return say('pain.no_means', sessions);
  const form = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return say('pain.means', sessions, form.format(means.before), form.format(means.after));
}

/** Told apart by shape as well as by colour. */
function Point({ point: { before, after, morning }, x }: { point: PainPoint; x: number }) {
  const y = (pain: number): number => heightOf(pain, MOST_PAIN);
  return (
    <g>
      {before !== undefined && after !== undefined && (
        <line class="pain-change" x1={x} x2={x} y1={y(before)} y2={y(after)} />
      )}
      {morning !== undefined && <Morning x={x} y={y(morning)} />}
      {before !== undefined && <circle class="pain-before" cx={x} cy={y(before)} r={4.5} />}
      {after !== undefined && <circle class="pain-after" cx={x} cy={y(after)} r={3.5} />}
    </g>
  );
}

function Morning({ x, y }: { x: number; y: number }): JSX.Element {
  return <path class="pain-morning" d={`M${x - 6} ${y}h12`} />;
}

function Legend(): JSX.Element {
  return (
    <ul class="chart-legend">
      <li>
        <Sign>
          <circle class="pain-before" cx={8} cy={8} r={4.5} />
        </Sign>
        {say('pain.before')}
      </li>
      <li>
        <Sign>
          <circle class="pain-after" cx={8} cy={8} r={3.5} />
        </Sign>
        {say('pain.after')}
      </li>
      <li>
        <Sign>
          <Morning x={8} y={8} />
        </Sign>
        {say('pain.morning')}
      </li>
    </ul>
  );
}

function Sign({ children }: { children: JSX.Element }): JSX.Element {
  return (
    <svg class="chart-sign" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
      {children}
    </svg>
  );
}
