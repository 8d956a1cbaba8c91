import { spawn } from 'node:child_process';

export const DISPLAY = 'Xvfb';

/** The name of a display of its own, such as `:99`, and what ends it with all windows on it. */
export async function openDisplay() {
  // Without -noreset it begins anew when its last window closes, and a browser that starts just then hangs.
  const options = '-displayfd 3 -screen 0 1600x1400x24 -nolisten tcp -noreset'.split(' ');
  const server = spawn(DISPLAY, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`${DISPLAY} ended with ${code}`)));
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
  });
  return { name: `:${number}`, close: () => server.kill() };
}
