// The built site behind a server that compresses, as its host would.
import { spawn } from 'node:child_process';
import path from 'node:path';

/** Its address, and how to stop it. `output` is the folder to build into. */
export async function serveSite(port, output) {
  const server = spawn(
    path.resolve('build/release/unclench'),
    ['serve', '--like-pages', '--port', String(port), '--output', output],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error(`the server stopped: ${said}`)));
  });
  return { address, stop: () => server.kill('SIGINT') };
}
