// What the script of the session says, besides what all scripts say.

export const SESSION_TEXTS = [] as const;

export const SESSION_COUNTS = [] as const;

export type SessionText = (typeof SESSION_TEXTS)[number];
export type SessionCount = (typeof SESSION_COUNTS)[number];
