// The signs on the session's buttons; the words stand beside them.

import type { JSX } from 'preact';

const PATHS = {
  back: 'M11 6v12l-8.5-6zM20.5 6v12L12 12z',
  pause: 'M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z',
  play: 'M8 5.5v13l11-6.5z',
  skip: 'M13 6v12l8.5-6zM3.5 6v12L12 12z',
  larger: 'M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z',
  smaller: 'M8 4h2v6H4V8h4zM14 4h2v4h4v2h-6zM4 14h6v6H8v-4H4zM14 14h6v2h-4v4h-2z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
