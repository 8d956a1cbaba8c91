// The page: one screen at a time, the focus at its beginning, and the keys of the session.

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Store } from '../../keep/store';
import { say } from '../../state/words';
import { RedFlags } from '../../ui/red-flags';
import type { Devices } from '../devices';
import type { Model } from '../model';
import type { Session } from '../session';
import { After, Symptoms, type Pages } from './after';
import { Before } from './before';
import { Hurts } from './hurts';
import { sessionKeys } from './keys';
import { None, Preparing, Return, Failed } from './simple';
import { SentRoutine } from './sent';
import { Stage } from './stage';

interface Props {
  readonly session: Session;
  readonly model: Model;
  readonly devices: Devices;
  readonly pages: Pages;
  readonly store: Promise<Store>;
}

/** While a session runs, the page's own header makes room. */
export function showsRunning(runs: boolean): void {
  document.documentElement.classList.toggle('session-runs', runs);
}

export function SessionView(props: Props): JSX.Element {
  const { session, model } = props;
  const root = useRef<HTMLDivElement>(null);
  const before = useRef<Model['screen'] | null>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = model.screen;
    showsRunning(session.isUnderWay());
    if (was === null || was === 'preparing') return;
    root.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, [model.screen]);
  useEffect(() => sessionKeys(session), [session]);
  return <div ref={root}>{screenOf(props)}</div>;
}

function screenOf({ session, model, devices, pages, store }: Props): JSX.Element {
  const { prepared, live, interrupted } = model;
  switch (model.screen) {
    case 'check':
      return (
        <RedFlags
          helpAddress={pages.help}
          goOn={model.firstAid ? say('check.start') : say('red_flags.none')}
          onClear={session.checked}
        />
      );
    case 'sent':
      return model.sent ? (
        <SentRoutine session={session} model={model} sent={model.sent} />
      ) : (
        <Preparing />
      );
    case 'before':
      return prepared ? (
        <Before
          session={session}
          model={model}
          devices={devices}
          prepared={prepared}
          store={store}
        />
      ) : (
        <Preparing />
      );
    case 'return':
      return interrupted ? <Return session={session} running={interrupted} /> : <Preparing />;
    case 'running':
      return live ? <Stage session={session} model={model} live={live} /> : <Preparing />;
    case 'hurts':
      return (
        <div class="stage stage--panel">
          <Hurts session={session} model={model} />
        </div>
      );
    case 'symptoms':
      return <Symptoms sign={model.sign ?? 'chest'} pages={pages} />;
    case 'after':
      return <After session={session} model={model} pages={pages} />;
    case 'none':
      return <None pages={pages} session={session} model={model} />;
    case 'failed':
      return <Failed />;
    case 'preparing':
      return <Preparing />;
  }
}
