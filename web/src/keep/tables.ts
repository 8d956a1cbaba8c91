// Where records are kept: tables of values by id. Nothing here knows what a value means.

export type TableName = 'plans' | 'sessions' | 'single' | 'aside';
export const TABLES: readonly TableName[] = ['plans', 'sessions', 'single', 'aside'];

export interface Row {
  readonly id: string;
  readonly value: unknown;
}

/** A value that is written, or without one, a row that is deleted. */
export interface Change {
  readonly table: TableName;
  readonly id: string;
  readonly value?: unknown;
  readonly onlyNew?: boolean; // an id that is there already stays as it is
}

/** What to change, given what is there now; nothing when it is not what was expected. */
export type Decide = (current: unknown) => readonly Change[] | undefined;

export interface Tables {
  all(table: TableName): Promise<readonly Row[]>;
  get(table: TableName, id: string): Promise<unknown>;
  /** All of the changes are made, or none. */
  change(changes: readonly Change[]): Promise<void>;
  /** Looks at one row and changes some with nobody in between. False when nothing was decided. */
  decide(table: TableName, id: string, decide: Decide): Promise<boolean>;
  clear(): Promise<void>;
}

/** Tables that live until the page is closed. */
export function tablesInMemory(): Tables {
  const tables = new Map(TABLES.map((name) => [name, new Map<string, unknown>()]));
  const rowsOf = (name: TableName): Map<string, unknown> => tables.get(name) ?? new Map();
  const change = (changes: readonly Change[]): void => {
    for (const { table, id, value, onlyNew } of changes) {
      const rows = rowsOf(table);
      if (onlyNew && rows.has(id)) continue;
      if (value === undefined) rows.delete(id);
      else rows.set(id, value);
    }
  };
  return {
    all: async (table) => [...rowsOf(table)].map(([id, value]) => ({ id, value })),
    get: async (table, id) => rowsOf(table).get(id),
    change: async (changes) => change(changes),
    async decide(table, id, decide) {
      const changes = decide(rowsOf(table).get(id));
      if (changes) change(changes);
      return changes !== undefined;
    },
    async clear() {
      for (const rows of tables.values()) rows.clear();
    },
  };
}
