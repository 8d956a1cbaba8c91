// The built site on a port of its own, which can be taken away as a network can.

import { spawn } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.mjs';

const SITE = process.env.UNCLENCH_E2E_SITE ?? 'build/e2e-site';
const COPY = 'build/engines-site';
const BASE = '/some/path/';
const WATCH = 'watch.js';

/** Runs in a page of the copy: what was written down in this tab. */
export const readWatched = () => JSON.parse(sessionStorage.getItem('watched') ?? '[]');

/** Copies the site and puts the script that watches into every page, also into those kept for offline use. */
export async function copyWatched() {
  await cp(SITE, COPY, { recursive: true, force: true });
  await cp(new URL(WATCH, import.meta.url), path.join(COPY, WATCH));
  const files = await readdir(COPY, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    await change(file, /<title>/, `<script src="${BASE}${WATCH}"></script><title>`);
  }
  await change('sw.js', /"urls":\[/, `"urls":["${WATCH}",`);
}

async function change(file, from, to) {
  const place = path.join(COPY, file);
  const text = await readFile(place, 'utf8');
  if (!from.test(text)) throw new Error(`${file} has no ${from}`);
  await writeFile(place, text.replace(from, to));
}

export async function serve({ watched }) {
  const port = await freePort();
  const server = spawn('node', ['tests/e2e/server.mjs', watched ? COPY : SITE, String(port), BASE]);
  await new Promise((resolve, reject) => {
    server.stdout.once('data', resolve);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    address: `http://127.0.0.1:${port}${BASE}`,
    close: () =>
      new Promise((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) resolve();
        server.once('exit', resolve);
        server.kill();
      }),
  };
}
