// WebKitGTK's own small browser, led over WebDriver (https://www.w3.org/TR/webdriver2/). The engine is that of
// every browser on an iPhone; voice, windows and storage are those of this machine.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DISPLAY, openDisplay } from './display.mjs';
import { freePort } from './free-port.mjs';
import { remove } from './remove.mjs';
import { readWatched } from './served.mjs';
import { until } from './until.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'; // the name that the standard gives to a reference
const DRIVER = 'WebKitWebDriver';
const VERSIONS = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
const XDG = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'];
const PATIENCE = 30_000; // milliseconds for one answer; a page has less to load
const PAGE_LOAD = 20_000;
const NOT_YET = ['element not interactable', 'stale element reference'];

// Without it the window cannot be as narrow as a phone: its own buttons are in the way.
const NARROW_BUTTONS = '* { min-width: 0; padding: 0; margin: 0; font-size: 6px; }';

function missing() {
  const absent = [DRIVER, DISPLAY].filter((name) => spawnSync(name, ['-help']).error !== undefined);
  return absent.length > 0 ? `${absent.join(' and ')} cannot be found` : undefined;
}

/** One question to the driver; its answer is the value, an error of the protocol is thrown. */
async function ask(base, method, address, body) {
  const response = await fetch(base + address, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (response.ok) return value;
  throw Object.assign(new Error(`${method} ${address}: ${value.error}`), { kind: value.error });
}

/** A display and a home of their own, for a browser that leaves nothing behind. */
async function openPlace() {
  const home = mkdtempSync(path.join(tmpdir(), 'unclench-webkit-'));
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(path.join(home, version));
    writeFileSync(path.join(home, version, 'gtk.css'), NARROW_BUTTONS);
  }
  const display = await openDisplay();
  const xdg = Object.fromEntries(XDG.map((name) => [name, home]));
  return {
    env: {
      ...process.env,
      ...xdg,
      MESA_SHADER_CACHE_DISABLE: 'true',
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1', // the drawing of a card that is not there is not steady
      DISPLAY: display.name,
      HOME: home,
    },
    close() {
      display.close(); // and with it every window that may still be open
      remove(home);
    },
  };
}

async function launch() {
  const place = await openPlace();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const driver = spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env: place.env });
  const close = () => {
    driver.kill();
    place.close();
  };
  process.once('exit', close); // also when the tests are interrupted
  await until(() => ask(base, 'GET', '/status').catch(() => undefined), 'the driver to answer');
  return { openTab: (size) => openTab(base, size), close };
}

/** A browser of its own, which forgets everything when it is closed. */
async function openTab(base, { width, height }) {
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser' } };
  const { sessionId } = await ask(base, 'POST', '/session', { capabilities });
  const tell = (method, address, body) =>
    ask(base, method, `/session/${sessionId}${address}`, body);
  const run = (script, ...args) =>
    tell('POST', '/execute/sync', { script: `return (${script}).apply(null, arguments)`, args });
  const element = async (script, ...args) => `/element/${(await run(script, ...args))[ELEMENT]}`;
  const type = async (text, script, ...args) => {
    await tell('POST', `${await element(script, ...args)}/value`, { text });
  };
  // What glides to its place, or was just drawn anew, is pressed once it stands still. The driver itself does not
  // always bring it into sight.
  const place = (script, args) =>
    run(
      `(...args) => {
        const element = (${script})(...args);
        element.scrollIntoView({ block: 'center' });
        const { left, top } = element.getBoundingClientRect();
        return left + ' ' + top;
      }`,
      ...args,
    );
  const press = async (script, args) => {
    try {
      if ((await place(script, args)) !== (await place(script, args))) return false;
      await tell('POST', `${await element(script, ...args)}/click`, {});
      return true;
    } catch (error) {
      if (NOT_YET.includes(error.kind)) return false;
      throw error;
    }
  };
  await tell('POST', '/timeouts', { pageLoad: PAGE_LOAD });
  await tell('POST', '/window/rect', { width, height });
  return {
    run,
    open: (address) => tell('POST', '/url', { url: address }),
    click: (script, ...args) => until(() => press(script, args), `a press on ${args.join(' ')}`),
    type,
    choose: type, // the name of a file
    screenshot: async () => Buffer.from(await tell('GET', '/screenshot'), 'base64'),
    problems: () => run(readWatched),
    close: () => tell('DELETE', ''),
  };
}

/** Where it lies depends on the processor and on the version of the library. */
function browserProgram() {
  const places = readdirSync('/usr/lib').flatMap((folder) =>
    VERSIONS.map((version) => path.join('/usr/lib', folder, version, 'MiniBrowser')),
  );
  return places.find((place) => existsSync(place));
}

/** What the console says while a page loads. A window that the driver leads keeps it to itself. */
export async function consoleOf(address) {
  const place = await openPlace();
  const options = ['--exit-after-load', '--enable-write-console-messages-to-stdout=true'];
  const browser = spawn(browserProgram(), [...options, address], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: place.env,
    timeout: PATIENCE,
  });
  let said = '';
  for (const stream of [browser.stdout, browser.stderr]) {
    stream.on('data', (text) => (said += text));
  }
  const code = await new Promise((resolve) => browser.once('close', resolve));
  place.close();
  if (code !== 0) throw new Error(`the browser ended with ${code}`);
  return said.split('\n').filter((line) => line.includes('CONSOLE '));
}

export const webkit = { name: 'WebKit', hearsConsole: false, missing, launch };
