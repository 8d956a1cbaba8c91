// Asks how the back was the morning after a session, once, and in one tap.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { daysBetween, dayInWords } from '../state/dates';
import { say } from '../state/words';
import { awaitingMorning } from './awaited';
import type { SessionRecord } from './records';
import type { Store, Written } from './store';

interface Props {
  readonly sessions: readonly SessionRecord[];
  readonly today: string;
  readonly store: Pick<Store, 'changeSession'>;
  onAnswered(written: Written): void;
}

const PAINS = Array.from({ length: 11 }, (_, pain) => pain);

export function MorningQuestion({ sessions, today, store, onAnswered }: Props): JSX.Element | null {
  const [answered, setAnswered] = useState<readonly SessionRecord[]>([]);
  const [pain, setPain] = useState<number>();
  const [outcome, setOutcome] = useState<Written>('written');
  const asked = pain === undefined ? awaitingMorning(sessions, today) : answered;
  const session = asked[0];
  if (!session) return null;

  const answer = async (given: number): Promise<void> => {
    setAnswered(asked);
    setPain(given);
    const outcome = await noteMorning(asked, given, store);
    setOutcome(outcome);
    onAnswered(outcome);
  };
  return pain === undefined ? (
    <Question session={session} today={today} answer={answer} />
  ) : (
    <Noted pain={pain} outcome={outcome} answerAgain={answer} />
  );
}

/** Nothing but the morning is changed: another page may have written the rest. */
async function noteMorning(
  sessions: readonly SessionRecord[],
  pain: number,
  store: Props['store'],
): Promise<Written> {
  const written: Written[] = [];
  for (const { id } of sessions)
    written.push(
      await store.changeSession(id, (session) => ({ ...session, pain_next_morning: pain })),
    );
  return written.find((outcome) => outcome !== 'written') ?? 'written';
}

interface QuestionProps {
  readonly session: SessionRecord;
  readonly today: string;
  answer(pain: number): void;
}

function Question({ session, today, answer }: QuestionProps): JSX.Element {
  const day = dayInWords(session.date, today, document.documentElement.lang || 'en');
  const wasYesterday = daysBetween(session.date, today) === 1;
  return (
    <section class="notice morning">
      <fieldset>
        <legend>{say(wasYesterday ? 'morning.today' : 'morning.yesterday')}</legend>
        <p>{say('morning.why', session.name, day)}</p>
        <PainScale answer={answer} />
      </fieldset>
    </section>
  );
}

/** Eleven buttons: one tap is an answer. */
function PainScale({ answer }: { answer(pain: number): void }): JSX.Element {
  return (
    <>
      <div class="pain-scale">
        {PAINS.map((pain) => (
          <button key={pain} type="button" onClick={() => answer(pain)}>
            {pain}
          </button>
        ))}
      </div>
      <p class="pain-scale-ends">
        <span>{say('morning.none')}</span> <span>{say('morning.worst')}</span>
      </p>
    </>
  );
}

interface NotedProps {
  readonly pain: number;
  readonly outcome: Written;
  answerAgain(pain: number): void;
}

function Noted({ pain, outcome, answerAgain }: NotedProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => text.current?.focus(), [open]);
  return (
    <section class="notice morning">
      <p ref={text} tabIndex={-1}>
        {outcome === 'written' ? say('morning.noted', pain) : ''}
      </p>
      <p role="alert">{outcome === 'written' ? '' : say(`keep.${outcome}`)}</p>
      {open ? (
        <PainScale
          answer={(given) => {
            setOpen(false);
            answerAgain(given);
          }}
        />
      ) : (
        <p>
          <button type="button" class="button button--quiet" onClick={() => setOpen(true)}>
            {say('morning.change')}
          </button>
        </p>
      )}
    </section>
  );
}
