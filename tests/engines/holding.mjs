// Before a site: passes everything on, but holds what fits until it is let through. The service worker is left out, as it
// would have everything at once.

import { createServer, request } from 'node:http';

const WORKER = /\/sw\.js$/;

export async function holding(pattern, { origin }) {
  let held = [];
  const pass = (asked, answer) => {
    const { method, headers } = asked;
    request(new URL(asked.url, origin), { method, headers }, (found) => {
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    })
      .on('error', () => answer.destroy())
      .end();
  };
  const server = createServer((asked, answer) => {
    if (WORKER.test(asked.url)) answer.writeHead(404).end();
    else if (pattern.test(asked.url)) held.push(() => pass(asked, answer));
    else pass(asked, answer);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    holds: () => held.length > 0,
    letThrough() {
      pattern = /^$/;
      for (const go of held) go();
      held = [];
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
