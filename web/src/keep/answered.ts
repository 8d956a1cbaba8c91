// Which routine was last shown in this tab beside what applies to its person. The address of a session
// does not say by itself whose conditions it holds: it may have been copied and sent. Where nothing is
// kept the session asks once more.

import { textInTab } from './tab';

const answered = textInTab('unclench:answered');

export const rememberAnswered = (fragment: string): void => answered.write(fragment);

export const wasAnswered = (fragment: string): boolean => answered.read() === fragment;

export const forgetAnswered = (): void => answered.forget();
