// The link as a square code. Long notes do not fit; then it holds the routine without them.

import type { JSX } from 'preact';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { say } from '../state/words';
import type { View } from './view';

const QUIET = 4; // modules around the code that must stay light
const MOST_CHARACTERS = 1400; // more are too fine for a telephone to read from paper

type Links = Pick<View, 'link' | 'bareLink'>;

export function QrCode({ view }: { readonly view: Links }): JSX.Element | null {
  const code = codeFor(scanned(view));
  if (!code) return null;
  const { size, path } = code;
  const side = size + 2 * QUIET;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={say('plan.qr')}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** What the code holds; `none` when even a routine without notes does not fit. */
export function heldByCode(view: Links): 'all' | 'bare' | 'none' {
  if (!codeFor(scanned(view))) return 'none';
  return scanned(view) === view.link ? 'all' : 'bare';
}

function scanned({ link, bareLink }: Links): string {
  return link.length > MOST_CHARACTERS ? bareLink : link;
}

let last = { link: '', code: undefined as { size: number; path: string } | undefined };

/** Drawn anew only for another link: the page is shown again at every change. */
function codeFor(link: string): { size: number; path: string } | undefined {
  if (link !== last.link) last = { link, code: drawn(link) };
  return last.code;
}

function drawn(link: string): { size: number; path: string } | undefined {
  if (link === '' || link.length > MOST_CHARACTERS) return undefined;
  try {
    const bitmap = generate(link);
    return { size: bitmap.size, path: toSvgPath(bitmap) };
  } catch {
    return undefined; // no code is large enough
  }
}
