// How it is going: what changes next, and what the sessions so far say.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { dayOf } from '../keep/day';
import { MorningQuestion } from '../keep/morning';
import type { SessionRecord } from '../keep/records';
import type { Written } from '../keep/store';
import { say } from '../state/words';
import { useKept, type Shown } from '../ui/kept';
import { useLookup } from '../ui/lookup';
import type { KeptPageProps } from '../ui/kept-page';
import type { PageData } from '../ui/page-data';
import { ReminderForm } from '../ui/reminder';
import { focusOnce, NotLasting, Outcome } from '../ui/store-notices';
import { DaysChart } from './days-chart';
import { Easing } from './easing-advice';
import { Feelings } from './feelings';
import { Files } from './files';
import { NextTime } from './next-time';
import { PainChart } from './pain-chart';
import { Sessions } from './sessions';

export function ProgressPage({ store, data }: KeptPageProps): JSX.Element {
  const { kept, outcome, settle } = useKept(store);
  const [gone, setGone] = useState<readonly SessionRecord[]>([]);
  const hadSessions = useRef(false);
  if (!kept) return <p>{say('loading')}</p>;
  if (kept === 'broken') return <p class="notice notice--warn">{say('failed')}</p>;
  const isEmpty = kept.sessions.length + gone.length === 0;
  hadSessions.current ||= !isEmpty;
  return (
    <>
      <NotLasting obstacle={store.obstacle} />
      <Outcome written={outcome} />
      {isEmpty ? (
        <Empty data={data} hadSessions={hadSessions.current} />
      ) : (
        <Going {...{ store, data, kept, gone, setGone, settle }} />
      )}
      <section aria-labelledby="progress-reminders">
        <h2 id="progress-reminders">{say('reminders.title')}</h2>
        <p>{say('reminders.text')}</p>
        <ReminderForm id="progress-reminder" about={remindedOf(kept, data)} core={data.core} />
      </section>
    </>
  );
}

/** When all was deleted just now, the button that did it is gone, and focus with it. */
function Empty({ data, hadSessions }: { data: PageData; hadSessions: boolean }): JSX.Element {
  return (
    <>
      {hadSessions && (
        <p tabIndex={-1} ref={focusOnce}>
          {say('files.deleted')}
        </p>
      )}
      <p class="lead">{say('empty.text')}</p>
      <p class="actions">
        <a class="button" href={data.builder}>
          {say('empty.build')}
        </a>
        <a class="button button--quiet" href={data.plans}>
          {say('empty.plans')}
        </a>
      </p>
    </>
  );
}

export interface PartProps extends KeptPageProps {
  readonly kept: Shown;
  readonly gone: readonly SessionRecord[];
  setGone(gone: readonly SessionRecord[]): void;
  settle(written: Written): Promise<Written>;
}

function Going(props: PartProps): JSX.Element {
  const { store, data, kept, settle } = props;
  const { sessions } = kept;
  const today = dayOf(new Date());
  const lookup = useLookup(data);
  return (
    <>
      <MorningQuestion
        {...{ sessions, today, store }}
        onAnswered={(written) => void settle(written)}
      />
      <Easing sessions={sessions} today={today} help={data.help} />
      {sessions.length > 0 && (
        <>
          <NextTime {...props} today={today} lookup={lookup} />
          <div class="progress-charts">
            <PainChart sessions={sessions} today={today} />
            <DaysChart sessions={sessions} today={today} />
          </div>
          <Feelings sessions={sessions} lookup={lookup} />
        </>
      )}
      <Sessions {...props} today={today} lookup={lookup} />
      <Files {...props} />
    </>
  );
}

function remindedOf({ sessions }: Shown, data: PageData) {
  const seconds = sessions[0]?.planned_seconds ?? 600;
  return {
    title: say('reminders.name'),
    url: new URL(data.plans, location.href).href,
    minutes: Math.ceil(seconds / 60),
  };
}
