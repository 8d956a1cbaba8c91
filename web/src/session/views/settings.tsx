// How the session speaks, sounds and paces itself. Kept for the next time.

import type { JSX } from 'preact';
import type { Settings } from '../../keep/records';
import { count, say, type TextKey } from '../../state/words';
import type { Devices } from '../devices';
import { FASTEST, SLOWEST } from '../pace';

interface Props {
  readonly settings: Settings;
  readonly devices: Devices;
  onSet(settings: Partial<Settings>): void;
}

type Option = readonly [value: number, label: string];

const SLOW_SPEECH = 0.8;
const FAST_SPEECH = 1.2;
const GET_READY = [0, 5, 10, 20, 30];

export function SettingsPanel(props: Props): JSX.Element {
  const { settings, devices, onSet } = props;
  const speaks = settings.voice === 'on';
  const getReady = GET_READY.map((more): Option => [
    more,
    more ? `+ ${count('seconds', more)}` : say('settings.get_ready_none'),
  ]);
  return (
    <details class="session-settings">
      <summary>{say('settings.title')}</summary>
      <div class="session-fields">
        <Switch
          label="settings.voice"
          on={speaks}
          set={(on) => onSet({ voice: on ? 'on' : 'off' })}
        />
        {speaks && <VoiceFields {...props} />}
        {devices.chimes.possible && (
          <Switch
            label="settings.chimes"
            on={settings.chimes}
            set={(chimes) => onSet({ chimes })}
          />
        )}
        {devices.vibration.possible && (
          <Switch
            label="settings.vibration"
            on={settings.vibration}
            set={(vibration) => onSet({ vibration })}
          />
        )}
        <Switch label="settings.calm" on={settings.calm} set={(calm) => onSet({ calm })} />
        {settings.calm && !speaks && <p class="small">{say('settings.calm_voice')}</p>}
        <Choice
          label="settings.get_ready"
          value={settings.get_ready}
          options={getReady}
          set={(get_ready) => onSet({ get_ready })}
        />
        <Choice
          label="settings.tempo"
          value={settings.tempo}
          options={[
            [SLOWEST, say('settings.tempo_slow')],
            [1, say('settings.tempo_usual')],
            [FASTEST, say('settings.tempo_fast')],
          ]}
          set={(tempo) => onSet({ tempo })}
        />
        <p class="small">{say('settings.tempo_note')}</p>
        {!devices.wakeLock.possible && <p class="small">{say('settings.screen')}</p>}
      </div>
    </details>
  );
}

function VoiceFields({ settings, devices, onSet }: Props): JSX.Element {
  const voices = devices.speech.voices();
  if (voices.length === 0) return <p class="small">{say('settings.voice_none')}</p>;
  return (
    <>
      {voices.length > 1 && (
        <label class="session-field">
          <span>{say('settings.voice_name')}</span>
          <select
            value={settings.voice_name}
            onChange={({ currentTarget }) => onSet({ voice_name: currentTarget.value })}
          >
            <option value="">{say('settings.voice_best')}</option>
            {voices.map(({ name, local }) => (
              <option key={name} value={name}>
                {local ? name : say('settings.voice_online', name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Choice
        label="settings.speed"
        value={settings.voice_speed}
        options={[
          [SLOW_SPEECH, say('settings.speed_slow')],
          [1, say('settings.speed_usual')],
          [FAST_SPEECH, say('settings.speed_fast')],
        ]}
        set={(voice_speed) => onSet({ voice_speed })}
      />
      <Switch
        label="settings.countdown"
        on={settings.countdown}
        set={(countdown) => onSet({ countdown })}
      />
    </>
  );
}

interface SwitchProps {
  readonly label: TextKey;
  readonly on: boolean;
  set(on: boolean): void;
}

function Switch({ label, on, set }: SwitchProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => set(currentTarget.checked)}
      />
      <span>{say(label)}</span>
    </label>
  );
}

interface ChoiceProps {
  readonly label: TextKey;
  readonly value: number;
  readonly options: readonly Option[];
  set(value: number): void;
}

/** What was kept by another version may be none of the options; the nearest one stands for it. */
function Choice({ label, value, options, set }: ChoiceProps): JSX.Element {
  const distance = ([option]: Option): number => Math.abs(option - value);
  const nearest = [...options].sort((a, b) => distance(a) - distance(b))[0]?.[0];
  return (
    <label class="session-field">
      <span>{say(label)}</span>
      <select
        value={String(nearest)}
        onChange={({ currentTarget }) => set(Number(currentTarget.value))}
      >
        {options.map(([option, text]) => (
          <option key={option} value={String(option)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
