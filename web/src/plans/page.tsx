// All that is kept on this device, and the ways in and out of it.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dayOf } from '../keep/day';
import { MorningQuestion } from '../keep/morning';
import type { Plan } from '../keep/records';
import { count, say } from '../state/words';
import { useKept } from '../ui/kept';
import type { KeptPageProps } from '../ui/kept-page';
import { NotLasting, Outcome } from '../ui/store-notices';
import { Everything } from './everything';
import { FileBox } from './file-box';
import { PasteBox } from './paste-box';
import { PlanList } from './plan-list';

export function PlansPage({ store, data }: KeptPageProps): JSX.Element {
  const { kept, outcome, settle } = useKept(store);
  const [gone, setGone] = useState<readonly Plan[]>([]);
  if (!kept) return <p>{say('loading')}</p>;
  if (kept === 'broken') return <p class="notice notice--warn">{say('failed')}</p>;

  return (
    <>
      <NotLasting obstacle={store.obstacle} />
      {kept.damaged > 0 && <p class="notice notice--warn">{count('damaged', kept.damaged)}</p>}
      <Outcome written={outcome} />
      <MorningQuestion
        sessions={kept.sessions}
        today={dayOf(new Date())}
        store={store}
        onAnswered={(written) => void settle(written)}
      />
      <PlanList
        {...{ store, data, gone, setGone, settle }}
        plans={kept.plans}
        sessions={kept.sessions}
      />
      <div class="plans-boxes">
        <PasteBox data={data} />
        <FileBox store={store} settle={settle} />
      </div>
      <Everything
        {...{ store, kept }}
        settle={async (written) => {
          setGone([]);
          await settle(written);
        }}
      />
    </>
  );
}
