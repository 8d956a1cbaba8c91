// Keeps the figure in step with the session, frame by frame while it plays.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { figureAt, type Shown } from '../figure-time';
import type { Live } from '../live';
import { cueAt } from '../pace';
import type { Session } from '../session';
import { toldOf } from '../told';
import { figureBoard, prepareFigure, type FigureBoard } from './figure';

export function useFigure(
  session: Session,
  live: Live,
  plays: boolean,
): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const board = useRef<FigureBoard | null>(null);
  const latest = useRef(live);
  latest.current = live;
  const moves = plays && !wantsStillness(); // otherwise it is drawn anew with each tick

  useEffect(() => {
    if (frame.current) board.current = figureBoard(frame.current);
  }, []);
  useEffect(() => {
    // All of them at the beginning: the network may go.
    const { part } = live;
    for (const { id } of part.items) {
      const figure = session.lookup().exercise(id)?.figure;
      for (const address of [figure?.animated, figure?.other_side])
        if (address) prepareFigure(address).catch(() => undefined);
    }
  }, [live.part]);
  useEffect(() => {
    const draw = (): void => {
      const shown = shownAt(session, latest.current);
      if (!shown) board.current?.clear();
      else {
        board.current?.show(shown.address);
        board.current?.seek(shown.milliseconds);
      }
    };
    draw();
    if (!moves) return undefined;
    let request = requestAnimationFrame(function next() {
      draw();
      request = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(request);
  }, [moves, moves ? 0 : live.player.at, live.part]);
  return frame;
}

function shownAt(session: Session, { part, player }: Live): Shown | null {
  const at = session.position();
  const { cues } = player.timeline;
  const index = cueAt(player.timeline, at);
  const cue = cues[index];
  if (!cue) return null;
  const place = cue.place ?? part.items.length - 1;
  return figureAt(cue, at - cue.start, {
    exercise: session.lookup().exercise(part.items[place]?.id ?? ''),
    changes: session.workshop()?.catalogue.changes ?? [],
    holds: cues.some((other) => other.place === place && other.kind === 'hold'),
    still: wantsStillness(),
    inBed: toldOf(part, session.lookup()).inBed(place),
  });
}

function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
