// All that the page shows, as plain data.

import type {
  Hurt,
  PlayedMovement,
  RunningSession,
  SessionRecord,
  Settings,
  Sign,
} from '../keep/records';
import type { Written } from '../keep/store';
import type { Live, Prepared } from './live';
import { NOTHING_FOUND, type Sent } from './prepare';

export type Screen =
  | 'check' // the signs that need help and no routine
  | 'preparing'
  | 'sent' // by a link that does not say whose conditions apply
  | 'before'
  | 'return' // there is one that was interrupted
  | 'running'
  | 'hurts'
  | 'symptoms'
  | 'after'
  | 'none' // no routine is possible, or what there is must not be played
  | 'failed';

/** The ways to go on; the best one for what is felt comes first. */
export type Way = 'ease' | 'swap' | 'skip' | 'stop';
export const WAYS: Readonly<Record<Hurt, readonly Way[]>> = {
  little: ['ease', 'swap', 'skip', 'stop'],
  much: ['stop', 'skip', 'swap', 'ease'],
  elsewhere: ['swap', 'skip', 'ease', 'stop'],
};

export type Felt = NonNullable<PlayedMovement['felt']>;

export interface Model {
  readonly screen: Screen;
  readonly asked: string; // the fragment of the address
  readonly firstAid: boolean;
  readonly settings: Settings;
  readonly ready: boolean; // whether all was looked for that a session begins with
  readonly prepared: Prepared | null;
  readonly sent: Sent | null; // what came by a link
  readonly refused: readonly string[]; // why it is not played
  readonly changed: readonly string[]; // what was made safe in it
  readonly interrupted: RunningSession | null;
  readonly live: Live | null;
  readonly line: string; // the last thing that was said on the screen
  readonly message: string; // what happens now, after something has changed
  readonly hurt: Hurt | null; // the first of the two taps
  readonly sign: Sign | null;
  readonly busy: boolean; // the core is asked
  readonly staysOn: boolean | null; // the screen; null: not known yet
  readonly painBefore: number | undefined;
  readonly painAfter: number | undefined;
  readonly asksBefore: boolean; // afterwards: it was not said at the beginning
  readonly felt: Readonly<Record<string, Felt | undefined>>;
  readonly note: string;
  readonly record: SessionRecord | null;
  readonly kept: Written | null; // what came of keeping it
}

export function newModel(settings: Settings): Model {
  return {
    screen: 'preparing',
    asked: '',
    firstAid: false,
    settings,
    ready: false,
    ...NOTHING_FOUND,
    interrupted: null,
    live: null,
    line: '',
    message: '',
    hurt: null,
    sign: null,
    busy: false,
    staysOn: null,
    painBefore: undefined,
    painAfter: undefined,
    asksBefore: false,
    felt: {},
    note: '',
    record: null,
    kept: null,
  };
}
