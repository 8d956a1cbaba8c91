// The tables in IndexedDB.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { LADDER, migrated, versionOf, type Step } from './migrations';
import { TABLES, type Change, type TableName, type Tables } from './tables';

const NAME = 'unclench';

/** Names of the errors that are ours, beside those of IndexedDB. */
export const HELD = 'HeldError';
export const BROKEN = 'BrokenError';

type Schema = DBSchema & Record<TableName, { key: string; value: unknown }>;
type Database = IDBPDatabase<Schema>;
type Writing = IDBPTransaction<Schema, TableName[], 'readwrite'>;
type Upgrading = IDBPTransaction<Schema, TableName[], 'versionchange'>;

/**
 * Fails where there is no IndexedDB; with a VersionError where a newer version was here; with a HeldError while a
 * page of an older one holds on to it; with a BrokenError where tables are missing.
 */
export async function tablesInDatabase(ladder: readonly Step[] = LADDER): Promise<Tables> {
  return tablesOf(await openedDatabase(ladder));
}

function openedDatabase(ladder: readonly Step[]): Promise<Database> {
  return new Promise((give, fail) => {
    let late = false;
    const opening = openDB<Schema>(NAME, versionOf(ladder), {
      async upgrade(database, oldVersion, _, transaction) {
        for (const table of TABLES) {
          if (!database.objectStoreNames.contains(table)) database.createObjectStore(table);
        }
        if (oldVersion > 0) await migrate(transaction, oldVersion, ladder);
      },
      blocked() {
        late = true;
        fail(named(HELD, 'an older page is open'));
      },
      // A newer page waits for this one. What this one writes from now on fails, and it says so.
      blocking: (_, __, { target }) => (target as IDBDatabase).close(),
    });
    opening.then((database) => {
      const isWhole = TABLES.every((table) => database.objectStoreNames.contains(table));
      if (isWhole && !late) {
        give(database);
        return;
      }
      database.close();
      fail(named(BROKEN, 'tables are missing'));
    }, fail);
  });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

async function migrate(
  transaction: Upgrading,
  from: number,
  ladder: readonly Step[],
): Promise<void> {
  for (const table of TABLES) {
    let cursor = await transaction.objectStore(table).openCursor();
    while (cursor) {
      await cursor.update(migrated(table, cursor.value, from, ladder));
      cursor = await cursor.continue();
    }
  }
}

function tablesOf(database: Database): Tables {
  const write = async (work: (transaction: Writing) => Promise<void>): Promise<void> => {
    const transaction = database.transaction([...TABLES], 'readwrite');
    // Both are awaited at once: when a write fails the transaction fails with it.
    await Promise.all([work(transaction), transaction.done]);
  };
  return {
    async all(table) {
      const transaction = database.transaction(table);
      const [ids, values] = await Promise.all([
        transaction.store.getAllKeys(),
        transaction.store.getAll(),
      ]);
      return ids.map((id, index) => ({ id, value: values[index] }));
    },
    get: (table, id) => database.get(table, id),
    change: (changes) => write((transaction) => put(transaction, changes)),
    async decide(table, id, decide) {
      let decided = false;
      await write(async (transaction) => {
        const changes = decide(await transaction.objectStore(table).get(id));
        decided = changes !== undefined;
        await put(transaction, changes ?? []);
      });
      return decided;
    },
    clear: () =>
      write(async (transaction) => {
        await Promise.all(TABLES.map((table) => transaction.objectStore(table).clear()));
      }),
  };
}

async function put(transaction: Writing, changes: readonly Change[]): Promise<void> {
  await Promise.all(
    changes.map(async ({ table, id, value, onlyNew }) => {
      const store = transaction.objectStore(table);
      if (onlyNew && (await store.getKey(id)) !== undefined) return;
      if (value === undefined) await store.delete(id);
      else await store.put(value, id);
    }),
  );
}
