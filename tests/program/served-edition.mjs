// A copy of the edition in a folder of its own, served by the built program.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEdition } from './shipped-edition.mjs';

const PROGRAM = join(process.cwd(), 'build/release/unclench');
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/**
 * @typedef {object} News
 * @property {number} build
 * @property {{path: string, line: number, column: number, message: string}[]} problems
 * @property {Record<string, number>} changed
 * @property {string[]} styles
 */

export class ServedEdition {
  folder = mkdtempSync(join(tmpdir(), 'unclench-serve-'));
  port = FIRST_PORT + Math.floor(Math.random() * PORTS); // the first one tried
  address = '';
  output = '';
  #child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined);
  #exit = /** @type {Promise<number | null>} */ (Promise.resolve(null));
  #onOutput = () => {};

  constructor() {
    copyEdition(this.folder);
    cpSync('build/web', this.path('web'), { recursive: true });
  }

  /** @param {string} name */
  path(name) {
    return join(this.folder, name);
  }

  /** @param {string} name */
  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }

  /** @param {string} name @param {string} text */
  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  /** As many editors save: written aside, then put in place. @param {string} name @param {string} text */
  save(name, text) {
    const aside = join(dirname(this.path(name)), `.${process.pid}.new`);
    writeFileSync(aside, text);
    renameSync(aside, this.path(name));
  }

  /** @param {string} name @param {string} from @param {string} to */
  replace(name, from, to) {
    const text = this.read(name);
    if (!text.includes(from)) throw new Error(`${name} has no '${from}'`);
    this.save(name, text.replace(from, to));
  }

  /** Returns when the program serves. @param {string[]} options */
  async start(...options) {
    const folders = ['content', 'site', 'web', 'output'].flatMap((part) => [
      `--${part}`,
      this.path(part),
    ]);
    const all = ['serve', ...folders, '--port', String(this.port), ...options];
    const child = spawn(PROGRAM, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.output = '';
    this.#exit = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        this.output += text;
        this.#onOutput();
      });
    const [, address] = await this.printed(/^Serving (\S+) {2}\(Ctrl-C ends\)$/m);
    this.address = address ?? '';
    return this;
  }

  /** Waits until the program has printed this. @param {RegExp} pattern */
  async printed(pattern) {
    let ended = false;
    void this.#exit.then(() => {
      ended = true;
      this.#onOutput();
    });
    for (;;) {
      const found = this.output.match(pattern);
      if (found) return found;
      if (ended) throw new Error(`ended without ${pattern}:\n${this.output}`);
      await new Promise((resolve) => (this.#onOutput = () => resolve(undefined)));
    }
  }

  /** What the server tells the pages that are open, from the present state on. */
  async *news() {
    const response = await fetch(new URL('/_unclench/events', this.address));
    if (!response.body) throw new Error('no events');
    let text = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = text.slice(0, end).match(/^data: (.*)$/m);
        text = text.slice(end + 2);
        if (data) yield /** @type {News} */ (JSON.parse(data[1] ?? ''));
      }
    }
  }

  /** @param {NodeJS.Signals} name */
  signal(name) {
    this.#child?.kill(name);
  }

  /** Ends the program and returns its exit code. @param {NodeJS.Signals} signal */
  async stop(signal = 'SIGTERM') {
    this.signal(signal);
    return this.#exit;
  }

  async remove() {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
