// How records of older versions become records of this one.

import type { TableName } from './tables';

/** From one version to the next, by table. A value that it cannot read stays as it is. */
export type Step = Partial<Record<TableName, (value: unknown) => unknown>>;

/** The first step leads from version 1 to version 2, and so on: the ladder's length gives the version. */
export const LADDER: readonly Step[] = [];

export function versionOf(ladder: readonly Step[]): number {
  return ladder.length + 1;
}

/** A record of an older version, brought up step by step. */
export function migrated(
  table: TableName,
  value: unknown,
  from: number,
  ladder: readonly Step[] = LADDER,
): unknown {
  return ladder.slice(from - 1).reduce((older, step) => {
    try {
      return step[table]?.(older) ?? older;
    } catch {
      return older; // whoever reads it sets it aside
    }
  }, value);
}
