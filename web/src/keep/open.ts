// Opens the store of this device. Where nothing can be kept, it works until the page is closed.

import { BROKEN, HELD, tablesInDatabase } from './database';
import { newsOf, type News } from './news';
import { overlaid } from './overlay';
import type { Brought, Kept, Plan, SessionRecord } from './records';
import { readPlan, readRunning, readSession, readSettings, soundSettings } from './read';
import { idAside, mend, numberAside, setAside, Shelf } from './shelf';
import type { Obstacle, Store, Written } from './store';
import { tablesInMemory, type Change, type Tables } from './tables';

const LONGEST_WAIT = 5000; // milliseconds

/** What the store needs of the browser; tests have their own. */
export interface Surroundings {
  readonly tables: () => Promise<Tables>;
  readonly news: News;
  /** Asks that the browser does not clear what is kept when space runs out. */
  readonly persist: () => void;
}

export async function openStore(surroundings: Surroundings = browser()): Promise<Store> {
  try {
    const tables = await withinTime(surroundings.tables());
    return await storeOver(tables, null, surroundings);
  } catch (error) {
    return storeOver(tablesInMemory(), obstacleIn(error), surroundings);
  }
}

function obstacleIn(error: unknown): Obstacle {
  const { name } = error instanceof Error ? error : new Error();
  return name === 'VersionError'
    ? 'newer'
    : name === HELD
      ? 'held'
      : name === BROKEN || name === 'UnknownError'
        ? 'broken'
        : 'private';
}

function browser(): Surroundings {
  let asked = false;
  return {
    tables: tablesInDatabase,
    news: newsOf('unclench'),
    persist() {
      // Some browsers ask the person, who should know by then what for.
      if (asked || navigator.userActivation?.hasBeenActive === false) return;
      asked = true;
      void navigator.storage?.persist?.().catch(() => undefined);
    },
  };
}

// Some browsers neither open a database nor say why.
function withinTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((give, fail) => {
    const timer = setTimeout(() => fail(new Error('the database does not open')), LONGEST_WAIT);
    promise.then(give, fail).finally(() => clearTimeout(timer));
  });
}

async function storeOver(
  tables: Tables,
  obstacle: Obstacle | null,
  { news, persist }: Surroundings,
): Promise<Store> {
  await mend(tables, 'single', 'settings', soundSettings);
  let aside = await numberAside(tables);
  const wasSetAside = (number: number): void => {
    aside += number;
  };
  const plans = new Shelf<Plan>(tables, 'plans', readPlan, wasSetAside);
  const sessions = new Shelf<SessionRecord>(tables, 'sessions', readSession, wasSetAside);

  const quietly = async (work: () => Promise<boolean | void>): Promise<Written> => {
    try {
      return (await work()) === false ? 'changed-elsewhere' : 'written';
    } catch (error) {
      return isFull(error) ? 'full' : 'unavailable';
    }
  };
  const write = async (work: () => Promise<boolean | void>): Promise<Written> => {
    const written = await quietly(work);
    if (written === 'written') news.tell();
    return written;
  };
  const change = (...changes: Change[]): Promise<Written> => write(() => tables.change(changes));
  const keep = async (work: Promise<Written>): Promise<Written> => {
    const written = await work;
    if (written === 'written' && !obstacle) persist();
    return written;
  };

  return {
    obstacle,
    get damaged() {
      return aside;
    },

    plans: async () => (await plans.all()).sort((a, b) => compare(b.changed, a.changed)),
    plan: (id) => plans.get(id),
    savePlan: (plan) => keep(write(() => plans.saveNext(plan))),
    deletePlan: (id) => change({ table: 'plans', id }),

    sessions: async () => (await sessions.all()).sort((a, b) => compare(b.started, a.started)),
    saveSession: (session) =>
      keep(write(() => sessions.decide(session.id, (there) => withMorning(session, there)))),
    changeSession: (id, next) => write(() => sessions.decide(id, (there) => there && next(there))),
    deleteSession: (id) => change({ table: 'sessions', id }),

    async running() {
      const value = await tables.get('single', 'running');
      const running = readRunning(value);
      if (value !== undefined && !running) {
        wasSetAside(await setAside(tables, 'single', [{ id: 'running', value }]));
      }
      return running;
    },
    // Every few seconds, and no other page shows it.
    saveRunning: (value) =>
      quietly(() => tables.change([{ table: 'single', id: 'running', value }])),

    settings: async () => readSettings(await tables.get('single', 'settings')),
    changeSettings: (next) =>
      write(() =>
        tables.decide('single', 'settings', (value) => {
          const before = readSettings(value);
          const changed = overlaid(value ?? {}, before, next(before));
          return [{ table: 'single', id: 'settings', value: changed }];
        }),
      ),

    async exported(): Promise<Kept> {
      const settings = readSettings(await tables.get('single', 'settings'));
      const [kept, done] = [await plans.all(), await sessions.all()];
      const damaged = (await tables.all('aside')).map(({ value }) => value);
      return {
        format: 'unclench',
        version: 1,
        plans: kept,
        sessions: done,
        settings,
        ...(damaged.length > 0 ? { damaged } : {}),
      };
    },
    async add(kept) {
      const written = await keep(change(...additions(kept)));
      if (written === 'written') aside = await numberAside(tables).catch(() => aside);
      return written;
    },
    async deleteAll() {
      const written = await write(() => tables.clear());
      if (written === 'written') aside = 0;
      return written;
    },

    onChange: (callback) => news.onTold(callback),
  };
}

function withMorning(session: SessionRecord, there: SessionRecord | undefined): SessionRecord {
  if (session.pain_next_morning !== undefined || there?.pain_next_morning === undefined)
    return session;
  return { ...session, pain_next_morning: there.pain_next_morning };
}

function additions({ plans, sessions, settings, damaged = [] }: Brought): Change[] {
  return [
    ...plans.map((plan) => ({ table: 'plans', id: plan.id, value: plan }) as const),
    ...sessions.map((session) => ({ table: 'sessions', id: session.id, value: session }) as const),
    ...(settings ? [{ table: 'single', id: 'settings', value: settings } as const] : []),
    ...damaged.map((value) => ({ table: 'aside', id: idAside(value), value }) as const),
  ].map((change) => ({ ...change, onlyNew: true }));
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
