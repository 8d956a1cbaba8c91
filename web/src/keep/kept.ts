// The file that holds everything: written on one device, read on this one or another.

import { isTooDeep, jsonOf } from './json';
import { LADDER, migrated, versionOf } from './migrations';
import { damagedSettings, readPlan, readSession, readSettings, soundSettings } from './read';
import { attempt, fields, whole } from './reading';
import type { Brought, Kept, Settings } from './records';
import type { TableName } from './tables';

export const LARGEST_FILE = 20_000_000; // bytes; ten years of daily sessions are about a tenth of it

/** Why a file is not what it should be. */
export type FileProblem = 'too_large' | 'not_ours' | 'newer';

export interface ReadFile {
  readonly kept: Brought;
  readonly unreadable: number; // records and settings in it that could not be understood
}

export function readKept(text: string): ReadFile | FileProblem {
  if (text.length > LARGEST_FILE) return 'too_large';
  const file = attempt(() => fields(parsed(text)));
  if (file?.format !== 'unclench') return 'not_ours';
  const version = attempt(() => whole(file.version, 1, Number.MAX_SAFE_INTEGER));
  if (version === undefined) return 'not_ours';
  if (version > versionOf(LADDER)) return 'newer';

  const read = <T>(table: TableName, value: unknown, reader: (value: unknown) => T | undefined) => {
    const { entries, tooDeep } = listOf(value);
    const records = entries.flatMap((entry) => reader(migrated(table, entry, version)) ?? []);
    return { records, lost: tooDeep + entries.length - records.length };
  };
  const plans = read('plans', file.plans, readPlan);
  const sessions = read('sessions', file.sessions, readSession);
  const settings = settingsOf(file.settings, version);
  const { entries: damaged, tooDeep } = listOf(file.damaged);
  return {
    kept: {
      format: 'unclench',
      version: 1,
      plans: plans.records,
      sessions: sessions.records,
      ...(settings.read ? { settings: settings.read } : {}),
      ...(damaged.length > 0 ? { damaged } : {}),
    },
    unreadable: plans.lost + sessions.lost + settings.lost + tooDeep,
  };
}

export function writeKept(kept: Kept): string {
  return `${jsonOf(kept, 2)}\n`;
}

/** No settings when none of them can be read, so that nobody's take their defaults. */
function settingsOf(value: unknown, version: number): { read?: Settings; lost: number } {
  if (value === undefined) return { lost: 0 };
  if (isTooDeep(value)) return { lost: 1 };
  const settings = migrated('single', value, version);
  const lost = damagedSettings(settings);
  const hasSome = Object.keys(soundSettings(settings) as object).length > 0;
  return hasSome ? { read: readSettings(settings), lost } : { lost };
}

interface List {
  readonly entries: readonly unknown[];
  readonly tooDeep: number; // those left out, so that nobody walks into them
}

/** Something else than a list is one entry, which nobody can read. */
function listOf(value: unknown): List {
  const all: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const entries = all.filter((entry) => !isTooDeep(entry));
  return { entries, tooDeep: all.length - entries.length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
