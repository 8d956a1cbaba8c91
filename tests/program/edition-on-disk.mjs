// A small edition in a folder of its own, and the built program on it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEdition } from './shipped-edition.mjs';

export const PROGRAM = join(process.cwd(), 'build/release/unclench');

export class EditionOnDisk {
  program = PROGRAM;
  folder = mkdtempSync(join(tmpdir(), 'unclench-'));

  constructor() {
    copyEdition(this.folder);
    cpSync('build/web', this.path('web'), { recursive: true });
  }

  /** @param {string[]} names */
  path(...names) {
    return join(this.folder, ...names);
  }

  /** @param {string} name */
  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }

  /** @param {string} name @param {string | Buffer} bytes */
  write(name, bytes) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), bytes);
  }

  /** The arguments of a build. @param {string} output */
  arguments(output = this.path('out')) {
    const folders = ['content', 'site', 'web'].flatMap((part) => [`--${part}`, this.path(part)]);
    return ['build', ...folders, '--output', output];
  }

  /** @param {import('node:child_process').SpawnSyncOptions & {output?: string}} options */
  build({ output, ...options } = {}) {
    return spawnSync(PROGRAM, this.arguments(output), {
      encoding: 'utf8',
      timeout: 30_000,
      maxBuffer: 1 << 28,
      ...options,
    });
  }

  /** Starts a build and does not wait for it. */
  start() {
    return spawn(PROGRAM, this.arguments(), { stdio: 'ignore' });
  }

  /** What lies in the output folder: one text for each state. */
  site(output = this.path('out')) {
    return existsSync(output) ? hashOfFolder(output) : 'nothing';
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function hashOfFolder(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
