// What changes next time and why, and the way to refuse it.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isRefusal, type Advice, type Progress } from '../core/questions';
import { historyOf } from '../keep/history';
import type { SessionRecord, Settings } from '../keep/records';
import type { Lookup } from '../state/movements';
import { say } from '../state/words';
import type { PageData } from '../ui/page-data';
import { holding, lettingGo, nextTime, type ShownChange } from './next';
import type { PartProps } from './page';

interface Props extends PartProps {
  readonly today: string;
  readonly lookup: Lookup | undefined;
}

export function NextTime(props: Props): JSX.Element {
  const { data, kept, today } = props;
  const progress = useProgress(kept.sessions, today, data);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section class="next-time" aria-labelledby="progress-next">
      <h2 id="progress-next" tabIndex={-1} ref={heading}>
        {say('next.title')}
      </h2>
      {progress === undefined && <p>{say('next.working')}</p>}
      {progress === 'failed' && <p>{say('next.failed')}</p>}
      {typeof progress === 'object' && (
        <Known {...props} progress={progress} refocus={() => heading.current?.focus()} />
      )}
    </section>
  );
}

interface KnownProps extends Props {
  readonly progress: Progress;
  refocus(): void;
}

function Known({ progress, kept, store, settle, data, lookup, refocus }: KnownProps): JSX.Element {
  const { changes, held } = nextTime(progress, kept.settings);
  const change = async (next: (settings: Settings) => Settings): Promise<void> => {
    await settle(await store.changeSettings(next));
    refocus(); // the button that was pressed is gone
  };
  const references = data.builder.replace(/builder\/$/, 'references/');
  const title = (id: string): string => lookup?.title(id) ?? id;
  // The next morning has its own question, where it can be answered.
  const advice = progress.advice.filter(({ rule }) => rule !== 'note-morning');
  return (
    <>
      {advice.map((each) => (
        <AdviceText
          key={`${each.rule} ${each.movement ?? ''}`}
          advice={each}
          references={references}
          help={data.help}
        />
      ))}
      {changes.length + held.length === 0 && <p>{say('next.same')}</p>}
      <ul class="next-changes">
        {changes.map((shown) => (
          <ChangeText
            key={shown.change.movement}
            shown={shown}
            title={title(shown.change.movement)}
            references={references}
            onKeep={() => void change((now) => holding(now, shown.change))}
          />
        ))}
        {held.map((movement) => (
          <li key={movement}>
            <p>{say('next.held', title(movement))}</p>
            <button
              type="button"
              class="button button--quiet"
              onClick={() => void change((now) => lettingGo(now, movement))}
            >
              {say('next.let_go')}{' '}
              <span class="visually-hidden">{say('next.of', title(movement))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChangeProps {
  readonly shown: ShownChange;
  readonly title: string;
  readonly references: string;
  onKeep(): void;
}

function ChangeText({ shown, title, references, onKeep }: ChangeProps): JSX.Element {
  const { change, mayBeKept } = shown;
  return (
    <li class={change.to > change.from ? 'next-up' : 'next-down'}>
      <p>
        {change.text} <Sources keys={change.source} references={references} />
      </p>
      {mayBeKept && (
        <button type="button" class="button button--quiet" onClick={onKeep}>
          {say('next.keep')} <span class="visually-hidden">{say('next.of', title)}</span>
        </button>
      )}
    </li>
  );
}

interface AdviceProps {
  readonly advice: Advice;
  readonly references: string;
  readonly help: string;
}

function AdviceText({ advice, references, help }: AdviceProps): JSX.Element {
  const isUrgent = advice.rule === 'leg-symptoms';
  return (
    <div class={isUrgent ? 'stop' : 'notice'}>
      <p>
        {advice.text} <Sources keys={advice.source} references={references} />
      </p>
      {isUrgent && (
        <p>
          <a class="button button--stop" href={help}>
            {say('next.help')}
          </a>
        </p>
      )}
    </div>
  );
}

/** Nothing for the editors' own cautious judgement. */
function Sources({ keys, references }: { keys: readonly string[]; references: string }) {
  if (keys.length === 0) return null;
  return (
    <span class="small">
      {say('next.sources')}{' '}
      {keys.map((key, index) => (
        <>
          {index > 0 && ', '}
          <a href={references.startsWith('#') ? `${references}${key}` : `${references}#${key}`}>
            {key}
          </a>
        </>
      ))}
    </span>
  );
}

function useProgress(
  sessions: readonly SessionRecord[],
  today: string,
  data: PageData,
): Progress | 'failed' | undefined {
  const [progress, setProgress] = useState<Progress | 'failed'>();
  useEffect(() => {
    let isCurrent = true;
    const show = (found: Progress | 'failed'): void => {
      if (isCurrent) setProgress(found);
    };
    progressOf(sessions, today, data).then(show, () => show('failed'));
    return () => {
      isCurrent = false;
    };
  }, [sessions, today, data]);
  return progress;
}

async function progressOf(
  sessions: readonly SessionRecord[],
  today: string,
  data: PageData,
): Promise<Progress | 'failed'> {
  const core = await data.core();
  const stage = sessions[0]?.stage; // the latest: the next one is most likely like it
  const answer = await core.ask('progress', historyOf(sessions, today, stage));
  return isRefusal(answer) ? 'failed' : answer;
}
