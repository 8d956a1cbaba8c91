// How long after saving a file it is on disk in the served site: the page itself, and everything
// that repeats its title.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildOnce, median } from './measure.mjs';

const patience = 300_000; // milliseconds for one build

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Starts the server and waits until it says that it serves.
function start({ program, args }) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      kill();
    });
  const ready = new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes) => {
      said = (said + bytes).slice(-4000);
      if (/^Serving /m.test(said)) resolve();
      if (/^Waiting /m.test(said)) reject(new Error(`the server found errors:\n${said}`));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the server ended:\n${said}`)));
  });
  return { ready, stop };
}

const millisecondsNow = () => performance.timeOrigin + performance.now();

// When the file that holds a text was put in its place, by the clock of the file system, so that
// reading it takes no part in the measurement. Nothing as long as it does not hold the text; it is
// read only when it has changed since the last look.
function watcher(file, text) {
  let seen = '';
  return () => {
    try {
      const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
      const now = `${ino} ${size} ${mtimeNs}`;
      if (now === seen) return undefined;
      const found = readFileSync(file).includes(text);
      seen = now;
      return found ? Number(ctimeNs) / 1e6 : undefined;
    } catch {
      return undefined; // the folder is being exchanged
    }
  };
}

// The milliseconds from the beginning until the last of the files was in its place.
async function until(watchers, begin) {
  let left = watchers;
  let last = begin;
  for (;;) {
    left = left.filter((watch) => {
      const placed = watch();
      if (placed !== undefined) last = Math.max(last, placed);
      return placed === undefined;
    });
    if (!left.length) return last - begin;
    if (millisecondsNow() - begin > patience)
      throw new Error(`an edit was not shown within ${patience / 1000} s`);
    await sleep(1);
  }
}

// The exercises that another page names as easier or harder, each with one such page.
function namedExercises(project, count) {
  const found = new Map();
  const folder = path.join(project.content, 'exercises');
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const id = /^easier: \[([a-z0-9-]+)/m.exec(text)[1];
    if (!found.has(id)) found.set(id, name.slice(0, -3));
    if (found.size === count) break;
  }
  return [...found];
}

async function editOne(project, output, [id, neighbour], number) {
  const source = path.join(project.content, 'exercises', `${id}.md`);
  const text = readFileSync(source, 'utf8');
  const title = `Changed title number ${number}`;
  const sentence = `This is change number ${number}.`;
  const posture = /^posture: (.*)$/m.exec(text)[1];
  const holds = (file, wanted) => watcher(path.join(output, file), wanted);
  const changed = `${text.replace(/^title: .*$/m, `title: ${title}`)}\n${sentence}\n`;
  const begin = millisecondsNow();
  writeFileSync(source, changed);
  const page = await until([holds(`exercises/${id}/index.html`, sentence)], begin);
  const everywhere = [
    `exercises/${id}/index.html`,
    `exercises/${neighbour}/index.html`,
    `postures/${posture}/index.html`,
    'exercises/index.html',
    'catalogue.json',
  ];
  const all = await until(
    everywhere.map((file) => holds(file, title)),
    begin,
  );
  return { page, all };
}

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => file !== 'sw.js') // asks the network first while it is served
    .sort();

function differentFile(served, built) {
  const files = filesOf(built);
  if (filesOf(served).join() !== files.join()) return 'the list of files';
  const bytes = (folder, file) => readFileSync(path.join(folder, file));
  return files.find((file) => !bytes(served, file).equals(bytes(built, file)));
}

// After all edits, the served folder is what a build from scratch makes.
async function compareWithBuild(tool, project, served) {
  const built = `${served}-cold`;
  buildOnce(tool, project, built);
  const begin = performance.now();
  for (;;) {
    let different;
    try {
      different = differentFile(served, built);
    } catch {
      different = 'a file that goes away';
    }
    if (!different) return;
    if (performance.now() - begin > 10_000)
      throw new Error(`after the edits, the served site is not what a build makes: ${different}`);
    await sleep(200);
  }
}

export async function measureEdits(tool, project, count) {
  const output = project.output({ id: 'serve' });
  const server = start(tool.serve(project, output, await freePort()));
  const results = [];
  try {
    await server.ready;
    const exercises = namedExercises(project, count + 1);
    for (const [number, exercise] of exercises.entries()) {
      await sleep(100);
      results.push(await editOne(project, output, exercise, number));
    }
    await compareWithBuild(tool, project, output);
  } finally {
    await server.stop();
  }
  const measured = results.slice(1); // the first one is a warm-up
  return {
    edits: measured.length,
    page: median(measured.map(({ page }) => page)),
    all: median(measured.map(({ all }) => all)),
    slowest: Math.max(...measured.map(({ all }) => all)),
  };
}
