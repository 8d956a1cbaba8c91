// What was worked on last in this tab, so that the page of a movement can add to it. Where nothing is
// kept a movement begins a new routine.

import { textInTab } from '../keep/tab';

const last = textInTab('unclench:builder');

export function lastFragment(): string {
  const fragment = last.read() ?? '';
  return fragment.includes('add=') ? '' : fragment;
}

export const rememberFragment = (fragment: string): void => last.write(fragment);

export const forgetFragment = (): void => last.forget();
