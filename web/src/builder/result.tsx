// The routine and everything about it.

import type { JSX } from 'preact';
import { HandoutFoot, HandoutHead } from './handout';
import { LeftOutList } from './left-out';
import { MovementList } from './movement-list';
import {
  AdjustedNotice,
  BrokenNotice,
  ConflictNotice,
  OpenedNotice,
  ProgressNotice,
  UnknownNotice,
} from './notices';
import { Toolbar } from './toolbar';
import type { View } from './view';

export function Result({ view }: { readonly view: View }): JSX.Element {
  return (
    <>
      {view.printing ? <HandoutHead view={view} /> : null}
      <OpenedNotice view={view} />
      <p class="routine-summary" id="routine-summary" role="status">
        {view.summary}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {view.said}
      </p>
      <UnknownNotice view={view} />
      <Toolbar view={view} />
      <ProgressNotice view={view} />
      <BrokenNotice view={view} />
      <ConflictNotice view={view} />
      <MovementList view={view} />
      <AdjustedNotice view={view} />
      <LeftOutList view={view} />
      {view.printing ? <HandoutFoot view={view} /> : null}
    </>
  );
}
