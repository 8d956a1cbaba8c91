/** What the page says to the waiting worker, and what the worker answers when it may not. */
export const TAKE_OVER = 'unclench: take over';
export const IN_SESSION = 'unclench: in session';
