// Which movements helped and which hurt, as a person said after sessions.

import type { JSX } from 'preact';
import type { SessionRecord } from '../keep/records';
import type { Lookup } from '../state/movements';
import { say } from '../state/words';
import { feelings } from './series';

interface Props {
  readonly sessions: readonly SessionRecord[];
  readonly lookup: Lookup | undefined;
}

export function Feelings({ sessions, lookup }: Props): JSX.Element | null {
  const felt = feelings(sessions);
  if (felt.length === 0) return null;
  const most = Math.max(...felt.flatMap(({ helped, hurt }) => [helped, hurt]));
  return (
    <section aria-labelledby="progress-felt">
      <h2 id="progress-felt">{say('felt.title')}</h2>
      <p>{say('felt.text')}</p>
      <div
        class="chart-scroll"
        tabIndex={0}
        role="region"
        aria-label={say('table.of', say('felt.title'))}
      >
        <table class="felt">
          <thead>
            <tr>
              <th scope="col">{say('felt.movement')}</th>
              <th scope="col">{say('felt.helped')}</th>
              <th scope="col">{say('felt.hurt')}</th>
            </tr>
          </thead>
          <tbody>
            {felt.map(({ movement, helped, hurt }) => (
              <tr key={movement}>
                <th scope="row">
                  <Title id={movement} lookup={lookup} />
                </th>
                <td>
                  <Bar kind="helped" number={helped} most={most} />
                </td>
                <td>
                  <Bar kind="hurt" number={hurt} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Title({ id, lookup }: { id: string; lookup: Lookup | undefined }): JSX.Element {
  const exercise = lookup?.exercise(id);
  return exercise ? <a href={exercise.url}>{exercise.title}</a> : <>{id}</>;
}

interface BarProps {
  readonly kind: 'helped' | 'hurt';
  readonly number: number;
  readonly most: number;
}

/** The number says it; the bar shows it. */
function Bar({ kind, number, most }: BarProps): JSX.Element {
  return (
    <span class="felt-bar">
      <span>{number}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class={`felt-${kind}`} width={(number / most) * 100} height={10} />
      </svg>
    </span>
  );
}
