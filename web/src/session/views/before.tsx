// Before the session begins: what it is, how bad the pain is, and one button.

import type { JSX } from 'preact';
import type { Store } from '../../keep/store';
import { durationInWords } from '../../state/phrases';
import { count, say } from '../../state/words';
import type { Devices } from '../devices';
import type { Prepared } from '../live';
import type { Model } from '../model';
import { paced } from '../pace';
import type { Session } from '../session';
import { toldOf } from '../told';
import { Morning } from './morning';
import { PainScale } from './pain';
import { SettingsPanel } from './settings';

interface Props {
  readonly session: Session;
  readonly model: Model;
  readonly devices: Devices;
  readonly prepared: Prepared;
  readonly store: Promise<Store>;
}

export function Before({ session, model, devices, prepared, store }: Props): JSX.Element {
  const told = toldOf(prepared, session.lookup());
  const { total_milliseconds: total } = paced(prepared.planned, model.settings);
  const movements = count('movements', prepared.items.length);
  return (
    <section aria-labelledby="session-name">
      <h2 id="session-name" class="session-name" tabIndex={-1} data-focus>
        {prepared.name}
      </h2>
      <p class="lead">
        {say('before.summary', durationInWords(Math.round(total / 1000)), movements)}
      </p>
      {model.sent && <p>{say('sent.came')}</p>}
      {model.changed.map((change) => (
        <p class="notice" key={change}>
          {change}
        </p>
      ))}
      <button type="button" class="button session-start" onClick={session.start}>
        {say('before.start')}
      </button>
      <p class="small">{say('before.stop')}</p>
      {model.sent && (
        <p>
          <button type="button" class="button button--quiet" onClick={session.askAgainWhatApplies}>
            {say('sent.again')}
          </button>
        </p>
      )}
      <PainScale
        question={say('before.pain')}
        note={say('before.pain_why')}
        pain={model.painBefore}
        onRate={(before) => session.rate({ before })}
      />
      <Morning store={store} />
      <SettingsPanel settings={model.settings} devices={devices} onSet={session.set} />
      <h3>{say('before.movements')}</h3>
      <ol class="session-movements">
        {prepared.items.map(({ id }, place) => (
          <li key={`${place} ${id}`}>
            <strong>{told.title(place)}</strong> <span>{told.dose(place)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
