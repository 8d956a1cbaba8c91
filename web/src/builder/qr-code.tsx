// The link as a square code. Long notes do not fit; then the link itself is the way.

import type { JSX } from 'preact';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { say } from '../state/words';

const QUIET = 4; // modules around the code that must stay light
const MOST_CHARACTERS = 1400; // more are too fine for a telephone to read from paper

export function QrCode({ link }: { readonly link: string }): JSX.Element {
  const code = codeFor(link);
  if (!code) return <p class="small">{say('plan.qr_too_long')}</p>;
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

export const hasCode = (link: string): boolean => codeFor(link) !== undefined;

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
