// Who to ask when pain does not ease.

import type { JSX } from 'preact';
import type { SessionRecord } from '../keep/records';
import { say } from '../state/words';
import { noBetterSince } from './easing';

interface Props {
  readonly sessions: readonly SessionRecord[];
  readonly today: string;
  readonly help: string;
}

export function Easing({ sessions, today, help }: Props): JSX.Element | null {
  const since = noBetterSince(sessions, today);
  if (!since) return null;
  return (
    <div class="notice notice--warn">
      <p>{say(`easing.${since}`)}</p>
      <p>
        <a href={help}>{say('easing.link')}</a>
      </p>
    </div>
  );
}
