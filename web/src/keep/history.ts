// What was done, as a question about progress; and its answer, as part of the next request.

import type { DoneSession, History, Progress } from '../core/questions';
import type { RoutineRequest } from '../core/types';
import type { SessionRecord, Settings } from './records';

// What the core takes.
const MOST_SESSIONS = 1000;
const MOST_MOVEMENTS = 100;
const FIRST_DAY = '2000-01-01';

/**
 * The sessions that say something about pain. Of one pain without the other it is taken that nothing
 * changed. A session without either is left out, unless it has a warning in it: a warning sign that ended
 * it, symptoms in a leg, a movement that hurt or a bad next morning still count, and nothing ever goes up
 * because of it.
 */
export function historyOf(
  sessions: readonly SessionRecord[],
  today: string,
  stage?: string,
): History {
  const known = sessions
    .filter(({ date }) => date >= FIRST_DAY && date <= today) // a clock may have been wrong
    .flatMap((session) => doneSession(session) ?? [])
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  return { today, ...(stage ? { stage } : {}), sessions: known.slice(0, MOST_SESSIONS) };
}

function doneSession(session: SessionRecord): DoneSession | undefined {
  const known = session.pain_before ?? session.pain_after;
  if (known === undefined && !isWarning(session)) return undefined;
  const { pain_before, pain_after, pain_next_morning } = session;
  return {
    date: session.date,
    stage: session.stage,
    pain_before: pain_before ?? known ?? 0,
    pain_after: pain_after ?? known ?? 0,
    ...(pain_next_morning === undefined ? {} : { pain_next_morning }),
    leg_symptoms: session.leg_symptoms,
    ...(session.ending === 'symptoms' ? { warned: true } : {}),
    movements: session.movements
      .slice(0, MOST_MOVEMENTS)
      .map(({ hurts: _, ...movement }) => movement),
  };
}

const BAD_MORNING = 4; // above the green zone

function isWarning(session: SessionRecord): boolean {
  const { ending, leg_symptoms, movements, pain_next_morning = 0 } = session;
  const hurt = movements.some(({ felt }) => felt === 'hurt');
  return ending === 'symptoms' || leg_symptoms || hurt || pain_next_morning >= BAD_MORNING;
}

/** The request with what was learned. What a person asked for, or kept as it was, comes first. */
export function withProgress(
  request: RoutineRequest,
  progress: Progress,
  settings: Pick<Settings, 'held_steps'>,
): RoutineRequest {
  const out = new Set(request.exclude);
  const steps = Object.keys(progress.steps).filter((id) => !out.has(id));
  const learned = steps.map((id) => [id, stepOf(id, progress, settings)] as const);
  const lists = { helped: progress.helped, hurt: progress.hurt, recent: progress.recent };
  return { ...request, ...lists, doses: { ...Object.fromEntries(learned), ...request.doses } };
}

/** The dose step that a movement of the history has next. */
export function stepOf(
  movement: string,
  progress: Progress,
  { held_steps }: Pick<Settings, 'held_steps'>,
): number {
  const step = progress.steps[movement] ?? 0;
  return Math.min(step, held_steps[movement] ?? step);
}

/** Whether a person may say "keep it as it was": never against a step down. */
export function mayBeHeld(rule: string): boolean {
  return rule === 'up';
}
