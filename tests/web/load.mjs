// Bundles a module of web/src in memory, so that Node can test it as it is.

import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../../web/src/', import.meta.url));

/** What the modules export; they share what they import. */
export async function load(...paths) {
  const { outputFiles } = await build({
    stdin: {
      contents: paths.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: sources,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
  });
  const text = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${text}`);
}
