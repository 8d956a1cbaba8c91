// Records of one kind. What cannot be understood is moved to the table `aside`, and never dropped.

import { jsonOf } from './json';
import { overlaid } from './overlay';
import type { Change, Row, TableName, Tables } from './tables';

interface Numbered {
  readonly id: string;
  readonly revision?: number;
}

export class Shelf<T extends Numbered> {
  constructor(
    private readonly tables: Tables,
    private readonly table: TableName,
    private readonly read: (value: unknown) => T | undefined,
    private readonly wasSetAside: (number: number) => void,
  ) {}

  async all(): Promise<T[]> {
    const rows = await this.tables.all(this.table);
    const damaged = rows.filter((row) => !this.readRow(row));
    if (damaged.length > 0) await this.setAside(damaged);
    return rows.flatMap((row) => this.readRow(row) ?? []);
  }

  async get(id: string): Promise<T | undefined> {
    const value = await this.tables.get(this.table, id);
    if (value === undefined) return undefined;
    const record = this.readRow({ id, value });
    if (!record) await this.setAside([{ id, value }]);
    return record;
  }

  /**
   * False when what is there is not the revision before: another page was faster. A record that was
   * deleted meanwhile comes back.
   */
  saveNext(record: T): Promise<boolean> {
    const { revision = 1 } = record;
    return this.decide(record.id, (there) =>
      !there || there.revision === revision - 1 ? record : undefined,
    );
  }

  /**
   * Puts what is decided about the record that is there, with nobody in between; false when nothing is. What
   * cannot be understood is set aside first; fields that this version does not know stay.
   */
  decide(id: string, next: (there: T | undefined) => T | undefined): Promise<boolean> {
    const { table } = this;
    return this.tables.decide(table, id, (value) => {
      const there = value === undefined ? undefined : this.readRow({ id, value });
      const isDamaged = value !== undefined && !there;
      const record = next(there);
      if (!record) return undefined;
      const put: Change = { table, id, value: there ? overlaid(value, there, record) : record };
      if (!isDamaged) return [put];
      this.wasSetAside(1);
      return [asideOf(table, { id, value }), put];
    });
  }

  private readRow({ id, value }: Row): T | undefined {
    const record = this.read(value);
    return record?.id === id ? record : undefined;
  }

  private async setAside(rows: readonly Row[]): Promise<void> {
    this.wasSetAside(await setAside(this.tables, this.table, rows));
  }
}

export async function numberAside(tables: Tables): Promise<number> {
  return (await tables.all('aside')).length;
}

/** How many were moved; none when that fails, and they stay where they are and are passed over. */
export async function setAside(
  tables: Tables,
  table: TableName,
  rows: readonly Row[],
): Promise<number> {
  try {
    await tables.change(rows.flatMap((row) => [asideOf(table, row), { table, id: row.id }]));
    return rows.length;
  } catch {
    return 0;
  }
}

/** Sets aside a row of which something is damaged, and leaves what is sound in its place. */
export async function mend(
  tables: Tables,
  table: TableName,
  id: string,
  soundOf: (value: unknown) => unknown, // the same when nothing is damaged
): Promise<void> {
  const change = (value: unknown): Change[] | undefined => {
    const sound = value === undefined ? value : soundOf(value);
    return sound === value
      ? undefined
      : [asideOf(table, { id, value }), { table, id, value: sound }];
  };
  if (change(await tables.get(table, id))) {
    await tables.decide(table, id, change).catch(() => false); // it is found again the next time
  }
}

/** Under its own id and moment, so that damage never takes the place of other damage. */
function asideOf(table: TableName, { id, value }: Row): Change {
  const aside = { table, id, found: new Date().toISOString(), value };
  return { table: 'aside', id: idAside(aside), value: aside };
}

/** The same for the same damage, also when it comes back in a file. */
export function idAside(aside: unknown): string {
  const { table, id, found } = (aside ?? {}) as Partial<Record<string, unknown>>;
  const names = [table, id, found];
  const isOurs = names.every((name) => typeof name === 'string');
  return isOurs ? names.join(' ') : `file ${jsonOf(aside)}`;
}
