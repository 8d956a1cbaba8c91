// After the session: the pain, what each movement did, a note; and what to do after a warning sign.

import type { JSX } from 'preact';
import { durationInWords } from '../../state/phrases';
import { say } from '../../state/words';
import type { Sign } from '../../keep/records';
import type { Felt, Model } from '../model';
import type { Session } from '../session';
import { PainScale } from './pain';

export interface Pages {
  readonly builder: string;
  readonly plans: string;
  readonly progress: string;
  readonly help: string;
}

interface Props {
  readonly session: Session;
  readonly model: Model;
  readonly pages: Pages;
}

const LONGEST_NOTE = 1000; // characters
const FELT: readonly Felt[] = ['helped', 'neither', 'hurt'];

export function Symptoms({
  sign,
  pages,
}: {
  readonly sign: Sign;
  readonly pages: Pages;
}): JSX.Element {
  return (
    <section class="session-symptoms notice notice--warn" aria-labelledby="session-over">
      <h2 id="session-over" tabIndex={-1} data-focus>
        {say('symptoms.title')}
      </h2>
      <p class="lead">{say(`symptoms.${sign}`)}</p>
      <p class="actions">
        <a class="button button--stop session-start" href={pages.help}>
          {say('symptoms.help')}
        </a>
      </p>
      <p>{say('symptoms.no_more')}</p>
    </section>
  );
}

export function After({ session, model, pages }: Props): JSX.Element {
  const { record } = model;
  const isWhole = record?.ending === 'done';
  return (
    <section class="session-after" aria-labelledby="session-over">
      <h2 id="session-over" tabIndex={-1} data-focus>
        {say(isWhole ? 'after.title' : 'after.title_stopped')}
      </h2>
      <p class="lead">{say('after.text', durationInWords(record?.played_seconds ?? 0))}</p>
      <PainScale
        question={say('after.pain')}
        pain={model.painAfter}
        onRate={(after) => session.rate({ after })}
      />
      <BeforeAfterwards session={session} model={model} />
      <FeltList session={session} model={model} />
      <label class="session-note">
        <span>{say('after.note')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST_NOTE}
          value={model.note}
          onChange={({ currentTarget }) => session.write(currentTarget.value)}
        />
      </label>
      <p role="status">{keptInWords(model)}</p>
      <p class="small">{say('after.tomorrow')}</p>
      <p class="actions">
        <a class="button" href={pages.progress}>
          {say('after.progress')}
        </a>
        <a class="button button--quiet" href={pages.plans}>
          {say('after.plans')}
        </a>
      </p>
    </section>
  );
}

/** Someone in a spasm was not asked before; the first answer alone says nothing about the session. */
function BeforeAfterwards({ session, model }: Omit<Props, 'pages'>): JSX.Element | null {
  if (!model.asksBefore) return null;
  return (
    <PainScale
      question={say('after.pain_before')}
      pain={model.painBefore}
      onRate={(before) => session.rate({ before })}
    />
  );
}

function FeltList({ session, model }: Omit<Props, 'pages'>): JSX.Element | null {
  const movements = model.record?.movements ?? [];
  if (movements.length === 0) return null;
  return (
    <>
      <h3 id="session-felt">{say('after.felt')}</h3>
      <ul class="session-felt" aria-labelledby="session-felt">
        {movements.map(({ id, felt }) => (
          <li key={id}>
            <fieldset>
              <legend>{session.lookup().title(id)}</legend>
              <div class="chips">
                {FELT.map((each) => (
                  <label key={each} class="chip">
                    <input
                      type="radio"
                      name={`session-felt-${id}`}
                      checked={felt === each}
                      onChange={() => session.feel(id, each)}
                    />
                    {say(`after.${each}`)}
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </>
  );
}

function keptInWords({ kept }: Model): string {
  if (kept === null) return '';
  return kept === 'written' ? say('after.kept') : say(`keep.${kept}`);
}
