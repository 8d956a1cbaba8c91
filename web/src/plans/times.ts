// How long kept routines take, as the core counts it.

import { useEffect, useState } from 'preact/hooks';
import { isRefusal } from '../core/questions';
import type { Plan } from '../keep/records';
import type { PageData } from '../ui/page-data';

/** Seconds by the plan's id. What is not settled takes the minutes that were asked for. */
export function usePlanTimes(plans: readonly Plan[], data: PageData): ReadonlyMap<string, number> {
  const [times, setTimes] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const settled = plans.filter((plan) => plan.settled);
    if (settled.length === 0) return undefined;
    let isCurrent = true;
    timesOf(settled, data).then(
      (found) => isCurrent && setTimes(found),
      () => undefined, // the minutes stay away, and everything else works
    );
    return () => {
      isCurrent = false;
    };
  }, [plans, data]);
  return times;
}

async function timesOf(plans: readonly Plan[], data: PageData): Promise<Map<string, number>> {
  const core = await data.core();
  const times = new Map<string, number>();
  for (const { id, routine } of plans) {
    const answer = await core.ask('timeline', routine);
    if (!isRefusal(answer)) times.set(id, answer.total_milliseconds / 1000);
  }
  return times;
}
