// The kept routines, one card each.

import type { JSX } from 'preact';
import type { Plan, SessionRecord } from '../keep/records';
import type { Store, Written } from '../keep/store';
import { say } from '../state/words';
import { focusSoon } from '../ui/focus';
import { useLookup } from '../ui/lookup';
import type { PageData } from '../ui/page-data';
import { focusOnce } from '../ui/store-notices';
import { PlanCard } from './plan-card';
import { shownPlans } from './shown-plans';
import { usePlanTimes } from './times';

interface Props {
  readonly plans: readonly Plan[];
  readonly sessions: readonly SessionRecord[];
  readonly gone: readonly Plan[];
  readonly store: Store;
  readonly data: PageData;
  setGone(gone: readonly Plan[]): void;
  settle(written: Written): Promise<Written>;
}

export function PlanList(props: Props): JSX.Element {
  const { plans, sessions, gone, data } = props;
  const lookup = useLookup(data);
  const times = usePlanTimes(plans, data);
  const shown = shownPlans(plans, gone, sessions);
  return (
    <section aria-labelledby="plans-list-heading">
      <div class="plans-list-head">
        <h2 id="plans-list-heading">{say('list')}</h2>
        {sessions.length > 0 && <a href={data.progress}>{say('progress')}</a>}
      </div>
      {shown.length === 0 && <Empty data={data} />}
      <ul class="plan-list">
        {shown.map(({ plan, isGone, lastDone }) =>
          isGone ? (
            <Deleted key={plan.id} plan={plan} {...props} />
          ) : (
            <PlanCard
              key={plan.id}
              {...{ plan, lastDone, lookup }}
              {...props}
              seconds={times.get(plan.id)}
            />
          ),
        )}
      </ul>
    </section>
  );
}

function Empty({ data }: { data: PageData }): JSX.Element {
  const ready = data.builder.replace(/builder\/$/, 'routines/');
  return (
    <div class="plans-empty">
      <p>{say('empty')}</p>
      <p class="actions">
        <a class="button" href={data.builder}>
          {say('empty_build')}
        </a>
        <a class="button button--quiet" href={ready}>
          {say('empty_ready')}
        </a>
      </p>
    </div>
  );
}

function Deleted({ plan, store, gone, setGone, settle }: Props & { plan: Plan }): JSX.Element {
  const putBack = async (): Promise<void> => {
    if ((await settle(await store.savePlan(plan))) !== 'written') return;
    setGone(gone.filter(({ id }) => id !== plan.id));
    focusSoon(`plans-${plan.id}`);
  };
  return (
    <li class="plan plan--gone">
      <p tabIndex={-1} ref={focusOnce}>
        {say('deleted', plan.name || say('unnamed'))}
      </p>
      <button type="button" class="button button--quiet" onClick={() => void putBack()}>
        {say('put_back')}
      </button>
    </li>
  );
}
