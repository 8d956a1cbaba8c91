// Keeps the figure in step with the session, frame by frame while it plays.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Cue } from '../../core/questions';
import { drawingsOfChange, figureAt, type Scene, type Shown } from '../figure-time';
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
    for (const address of addressesOf(session, live)) prepareFigure(address).catch(() => undefined);
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

function addressesOf(session: Session, live: Live): readonly string[] {
  const figures = live.part.items.map(({ id }) => session.lookup().exercise(id)?.figure);
  const changes = live.player.timeline.cues
    .filter(({ kind }) => kind === 'change')
    .flatMap((cue) => drawingsOfChange(cue, sceneOf(session, live, cue)));
  const all = figures.flatMap((figure) => [figure?.animated, figure?.other_side]);
  return [...all, ...changes].filter((address) => address !== undefined);
}

function shownAt(session: Session, live: Live): Shown | null {
  const at = session.position();
  const { timeline } = live.player;
  const cue = timeline.cues[cueAt(timeline, at)];
  return cue ? figureAt(cue, at - cue.start, sceneOf(session, live, cue)) : null;
}

function sceneOf(session: Session, { part, player }: Live, cue: Cue): Scene {
  const place = cue.place ?? part.items.length - 1;
  return {
    exercise: session.lookup().exercise(part.items[place]?.id ?? ''),
    changes: session.workshop()?.catalogue.changes ?? [],
    holds: player.timeline.cues.some((other) => other.place === place && other.kind === 'hold'),
    still: wantsStillness(),
    inBed: toldOf(part, session.lookup()).inBed(place),
  };
}

function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
