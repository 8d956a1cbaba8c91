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
  readonly store: Pick<Store, 'saveSession'>;
  onAnswered(written: Written): void;
}

const PAINS = Array.from({ length: 11 }, (_, pain) => pain);

export function MorningQuestion({ sessions, today, store, onAnswered }: Props): JSX.Element | null {
  const [answered, setAnswered] = useState<readonly SessionRecord[]>([]);
  const [pain, setPain] = useState<number>();
  const asked = pain === undefined ? awaitingMorning(sessions, today) : answered;
  const session = asked[0];
  if (!session) return null;

  const answer = async (given: number): Promise<void> => {
    setAnswered(asked);
    setPain(given);
    const written: Written[] = [];
    for (const each of asked)
      written.push(await store.saveSession({ ...each, pain_next_morning: given }));
    onAnswered(written.find((outcome) => outcome !== 'written') ?? 'written');
  };
  return pain === undefined ? (
    <Question session={session} today={today} answer={answer} />
  ) : (
    <Noted pain={pain} answerAgain={answer} />
  );
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
  answerAgain(pain: number): void;
}

function Noted({ pain, answerAgain }: NotedProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => text.current?.focus(), [open]);
  return (
    <section class="notice morning">
      <p ref={text} tabIndex={-1}>
        {say('morning.noted', pain)}
      </p>
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
