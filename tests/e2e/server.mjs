// Serves a folder as a plain static host does: `node server.mjs <folder> [port] [base]`.
// Folders answer with their index.html, unknown addresses with 404.html and status 404.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const [folder = 'build/e2e-site', port = '4173', base = '/some/path/'] = process.argv.slice(2);
const root = resolve(folder);

const CONTENT_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

async function kindOf(path) {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** The path below the root, or null when the address is malformed or outside of the base. */
function pathFor(pathname) {
  if (!pathname.startsWith(base)) return null;
  try {
    const path = normalize(join(root, decodeURIComponent(pathname.slice(base.length))));
    return path === root || path.startsWith(`${root}/`) ? path : null;
  } catch {
    return null;
  }
}

function send(response, status, file) {
  const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function sendNotFound(response) {
  const page = join(root, '404.html');
  if ((await kindOf(page)) === 'file') {
    send(response, 404, page);
  } else {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Not found\n');
  }
}

async function answer(request, response) {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathFor(pathname);
  const kind = path === null ? 'nothing' : await kindOf(path);
  if (kind === 'folder' && !pathname.endsWith('/')) {
    response.writeHead(301, { location: `${pathname}/${search}` });
    response.end();
    return;
  }
  const file = kind === 'folder' ? join(path, 'index.html') : path;
  if (file !== null && (await kindOf(file)) === 'file') send(response, 200, file);
  else await sendNotFound(response);
}

createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
}).listen(Number(port), '127.0.0.1', () => {
  console.log(`${root} at http://127.0.0.1:${port}${base}`);
});
