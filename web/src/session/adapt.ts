// How a session goes on after it hurt: the core plans the rest anew, from the position in which the
// person is and for the time that is left.

import { isRefusal } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import { say } from '../state/words';
import {
  itemsOf,
  placeOf,
  postureNow,
  secondsLeft,
  wholeRoutine,
  type Live,
  type Part,
} from './live';
import type { Way } from './model';
import { asPart, type Workshop } from './prepare';

/** What comes now, and what the voice says about it. */
export type Adapted =
  | { readonly kind: 'part'; readonly part: Part; readonly message: readonly string[] }
  | { readonly kind: 'left-out'; readonly message: readonly string[] }
  | { readonly kind: 'over' };

export async function adapted(live: Live, way: Way, workshop: Workshop): Promise<Adapted> {
  if (way === 'skip') return { kind: 'left-out', message: [say('adapt.skip')] };
  const [routine, place] = wholeRoutine(live);
  const posture = postureNow(live);
  const hurting = live.part.items[placeOf(live.player)]?.id;
  const answer = await workshop.core.ask('replan', {
    request: withoutHurt(
      { ...live.prepared.request, stage: routine.stage },
      Object.keys(live.hurt),
      hurting,
    ),
    routine,
    place,
    why: way,
    seconds_left: Math.min(secondsLeft(live), MOST_SECONDS),
    posture,
  });
  if (isRefusal(answer) || answer.status === 'infeasible') return without(way);
  const items = itemsOf(answer.movements);
  const part = await asPart({ stage: answer.stage, posture, items }, workshop);
  if (!part) return without(way);
  const first = workshop.lookup.title(items[0]?.id ?? '');
  return { kind: 'part', part, message: messageOf(way, first, items[0]?.id === hurting) };
}

const MOST_SECONDS = 3600;

/** What hurt earlier does not come back; `hurting` is for the core to judge. */
function withoutHurt(
  request: RoutineRequest,
  hurt: readonly string[],
  hurting: string | undefined,
): RoutineRequest {
  const gone = hurt.filter((id) => id !== hurting);
  return {
    ...request,
    exclude: [...new Set([...request.exclude, ...gone])],
    include: request.include.filter((id) => !gone.includes(id)),
  };
}

function messageOf(way: Exclude<Way, 'skip'>, first: string, isSame: boolean): string[] {
  switch (way) {
    case 'stop':
      return [say('adapt.stop')];
    case 'swap':
      return [say('adapt.swap', first)];
    case 'ease': // what is at its smallest already is left out
      return [say(isSame ? 'adapt.ease' : 'adapt.ease_out')];
  }
}

/** Too little time, or nothing that fits. */
function without(way: Way): Adapted {
  if (way === 'stop') return { kind: 'over' };
  return { kind: 'left-out', message: [say('adapt.nothing')] };
}
