// What was worked on last in this tab, so that the page of a movement can add to it. Where nothing is
// kept a movement begins a new routine.

import { textInTab } from '../keep/tab';

const last = textInTab('unclench:builder');
const own = textInTab('unclench:own');

export function lastFragment(): string {
  const fragment = last.read() ?? '';
  return fragment.includes('add=') ? '' : fragment;
}

export const rememberFragment = (fragment: string): void => last.write(fragment);

/** The address of what was made here, and not sent: it is the same after a reload. */
export const rememberOwn = (fragment: string): void => own.write(fragment);

export const isOwn = (fragment: string): boolean => own.read() === fragment;

export function forgetFragment(): void {
  last.forget();
  own.forget();
}
