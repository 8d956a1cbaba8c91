// Bundles the scripts into build/web. With --watch it goes on and writes what changes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

const options = {
  entryPoints: [
    'web/src/site.ts',
    'web/src/builder.tsx',
    'web/src/core-worker.ts',
    'web/src/session.tsx',
    'web/src/plans.ts',
    'web/src/progress.ts',
    'web/src/library.ts',
    'web/src/search.ts',
    'web/src/sw.ts',
    'web/src/reload.ts',
    'web/src/single-file.ts',
    'web/src/single-file.css',
  ],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'build/web',
  logLevel: 'warning',
};

// The authors' server rebuilds the site for every file that is written, so the same bytes are not
// written again.
const writeChanges = {
  name: 'write-changes',
  setup({ onEnd }) {
    onEnd(({ outputFiles }) => {
      mkdirSync(options.outdir, { recursive: true });
      for (const { path, contents } of outputFiles ?? []) {
        let written;
        try {
          written = readFileSync(path);
        } catch {
          written = undefined;
        }
        if (!written?.equals(contents)) writeFileSync(path, contents);
      }
    });
  },
};

if (process.argv.includes('--watch')) {
  const bundle = await context({ ...options, write: false, plugins: [writeChanges] });
  await bundle.watch();
} else {
  await build(options);
}
