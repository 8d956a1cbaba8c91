// Where things are: the repository, and a folder to build in.
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const repository = path.resolve(here, '../../..');

// Sources and sites of all tools, in whole blocks; the largest edition is built by two of them.
const bytesOf = (pages, tools) => pages * (4096 + tools * 3 * 4096);

function room(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

export function makeWorkFolder({ work, pages, growth }) {
  if (work) mkdirSync(work, { recursive: true });
  const needed = bytesOf(pages, 4) + (growth ? bytesOf(pages * 10, 2) : 0);
  const parent = work ?? (room('/dev/shm') > needed ? '/dev/shm' : os.tmpdir());
  const folder = mkdtempSync(path.join(path.resolve(parent), 'unclench-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
