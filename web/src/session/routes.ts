// Back and on. Someone who skips in the middle of a change of position is not where the timeline
// takes them to be; then the rest needs a timeline of its own, with the way that is missing.

import { placeOf, postureNow, type Item, type Live } from './live';
import { currentCue } from './player';

/** A cue of the present timeline, or another routine for the rest. */
export type Route =
  | { readonly kind: 'cue'; readonly cue: number }
  | {
      readonly kind: 'rest';
      readonly earlier: readonly Item[];
      readonly items: readonly Item[];
      readonly posture: string;
    };

const WELL_INTO = 3000; // milliseconds into a movement, from which "back" begins it again

/** `place` counts in the part that is played; below zero it is in what stood before. */
export function routeTo(live: Live, place: number): Route {
  const { part, player, earlier } = live;
  const { cues } = player.timeline;
  const posture = postureNow(live);
  const first = cues.findIndex((cue) => cue.place === place);
  const isThere = part.items[place]?.posture === posture;
  const cue = cues[first]?.kind === 'change' && isThere ? first + 1 : first;
  const leadsThere = cues[cue]?.kind === 'change' && cues[cue]?.from === posture;
  if (first >= 0 && (isThere || leadsThere)) return { kind: 'cue', cue };
  const items = [...earlier, ...part.items];
  const from = Math.max(0, earlier.length + place);
  return { kind: 'rest', earlier: items.slice(0, from), items: items.slice(from), posture };
}

/** The beginning of this movement, or the one before. */
export function placeBack(live: Live): number {
  const { player, earlier } = live;
  const place = placeOf(player);
  const cue = currentCue(player);
  const begun = player.timeline.cues.find((one) => one.place === place && one.kind !== 'change');
  const isWellInto = cue?.kind !== 'change' && player.at - (begun?.start ?? 0) > WELL_INTO;
  if (isWellInto || earlier.length + place === 0) return place;
  return place - 1;
}
