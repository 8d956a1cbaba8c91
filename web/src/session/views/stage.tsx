// The running session: all of the screen, one movement after the other.

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../state/words';
import type { Live } from '../live';
import type { Model } from '../model';
import { cueAt } from '../pace';
import { clockTime, countsInWords, cueInWords } from '../script';
import type { Session } from '../session';
import { isKeptGoing, toldOf } from '../told';
import { useFigure } from './figure-frame';
import { Icon } from './icons';
import { FullScreenButton } from './full-screen';

interface Props {
  readonly session: Session;
  readonly model: Model;
  readonly live: Live;
}

export function Stage({ session, model, live }: Props): JSX.Element {
  const { player, part } = live;
  const { timeline, at } = player;
  const index = cueAt(timeline, at);
  const cue = timeline.cues[index];
  const place = cue?.place ?? part.items.length - 1;
  const told = toldOf(part, session.lookup());
  const isPlaying = player.running !== null;
  const isSpoken = session.isSpoken();
  const calm = model.settings.calm && isPlaying;
  const pauseButton = useRef<HTMLButtonElement>(null);
  const figure = useFigure(session, live, isPlaying && !calm);
  useLayoutEffect(() => pauseButton.current?.focus({ preventScroll: true }), []);
  if (!cue) return <></>;

  const exercise = session.lookup().exercise(part.items[place]?.id ?? '');
  const doing = cueInWords(cue, exercise?.tempo !== 0, isKeptGoing(exercise));
  const name = cue.kind === 'change' ? capital(told.posture(cue.to ?? '')) : told.title(place);
  const next = cue.kind === 'change' ? place : nextPlace(live, place);
  return (
    <section
      class={calm ? 'stage stage--calm' : 'stage'}
      aria-label={say('run.controls')}
      data-cue={cue.kind}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('button, a')) session.toggle();
      }}
    >
      <div class="stage-top">
        <button
          type="button"
          class="stage-small"
          disabled={isPlaying}
          hidden={isPlaying}
          onClick={session.end}
        >
          {say('run.end')}
        </button>
        <p class="stage-left">{say('run.left', clockTime(timeline.total_milliseconds - at))}</p>
        <button
          type="button"
          class="stage-small"
          aria-pressed={model.settings.calm}
          onClick={() => session.set({ calm: !model.settings.calm })}
        >
          {say('run.calm_screen')}
        </button>
        <FullScreenButton />
      </div>
      <Parts live={live} place={place} />
      <div class="stage-figure" ref={figure} />
      <div class="stage-now">
        <p class="stage-doing">{doing}</p>
        <h1 class="stage-name">{name}</h1>
        <p class="stage-line">{lineOf(model, live, place, told.dose(place), told.care(place))}</p>
      </div>
      <div class="stage-count">
        <Countdown length={cue.length} passed={at - cue.start} kind={cue.kind} />
        <p class="stage-counts">{countsInWords(timeline, index).join(' · ')}</p>
      </div>
      <p class="stage-next">
        {next === null ? say('run.last') : say('run.next', told.title(next))}
      </p>
      <p class="stage-pause">
        {isPlaying ? (calm ? say('run.calm') : '') : pauseInWords(model, live)}
      </p>
      <div class="stage-buttons" role="group" aria-label={say('run.controls')}>
        <button type="button" class="stage-button" onClick={session.back}>
          <Icon name="back" />
          {say('run.back')}
        </button>
        <button
          type="button"
          class="stage-button stage-button--main"
          ref={pauseButton}
          onClick={session.toggle}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
          {say(isPlaying ? 'run.pause' : 'run.go_on')}
        </button>
        <button type="button" class="stage-button" onClick={session.skip}>
          <Icon name="skip" />
          {say('run.skip')}
        </button>
        <button type="button" class="stage-button stage-button--hurts" onClick={session.hurts}>
          {say('run.hurts')}
        </button>
      </div>
      {/* The voice says it; without one, a screen reader does. */}
      <p class="visually-hidden" role="status">
        {isSpoken && isPlaying ? '' : spoken(model, live, doing, name)}
      </p>
    </section>
  );
}

/** What to do now: a step of a change of position, what follows after it hurt, or the dose. */
function lineOf(
  model: Model,
  live: Live,
  place: number,
  dose: string,
  care: readonly string[],
): string {
  if (model.line !== '') return model.line;
  if (model.message !== '' && place === 0) return model.message;
  const cue = live.player.timeline.cues[cueAt(live.player.timeline, live.player.at)];
  if (cue?.kind === 'change') return '';
  return [dose, ...care].join(' · ');
}

function pauseInWords({ staysOn, kept, message }: Model, { player }: Live): string {
  if (kept !== null && kept !== 'written') return say('run.unkept');
  if (player.paused === 'away') return say('run.away');
  if (message !== '') return message;
  return staysOn === false ? `${say('run.tap')} ${say('run.screen')}` : say('run.tap');
}

function spoken(model: Model, live: Live, doing: string, name: string): string {
  if (live.player.running) return [`${doing}:`, name, model.line].join(' ').trim();
  return [say('run.paused'), pauseInWords(model, live)].join('. ');
}

function nextPlace({ part }: Live, place: number): number | null {
  return place + 1 < part.items.length ? place + 1 : null;
}

/** One mark for each movement; those that are behind are filled. */
function Parts({ live, place }: { readonly live: Live; readonly place: number }): JSX.Element {
  return (
    <div class="stage-parts" aria-hidden="true">
      {[...live.earlier, ...live.part.items].map((item, index) => (
        <i key={`${index} ${item.id}`} class={partClass(index - live.earlier.length - place)} />
      ))}
    </div>
  );
}

function partClass(distance: number): string {
  if (distance < 0) return 'is-behind';
  return distance === 0 ? 'is-now' : '';
}

const RING = 46; // radius in a box of 100

interface CountdownProps {
  readonly length: number;
  readonly passed: number;
  readonly kind: string;
}

function Countdown({ length, passed, kind }: CountdownProps): JSX.Element {
  const seconds = Math.max(0, Math.ceil((length - passed) / 1000));
  const left = length === 0 ? 0 : Math.max(0, 1 - passed / length);
  return (
    <div class="stage-ring" data-kind={kind} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle cx="50" cy="50" r={RING} class="stage-ring-track" />
        <circle
          cx="50"
          cy="50"
          r={RING}
          class="stage-ring-left"
          pathLength={100}
          stroke-dasharray={`${(left * 100).toFixed(1)} 200`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <span class="stage-seconds">{seconds}</span>
      <span class="visually-hidden"> {say('run.seconds')}</span>
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(document.documentElement.lang || 'en') + text.slice(1);
}
