// What the script of the progress says, besides what all scripts say.

export const PROGRESS_TEXTS = [] as const;

export const PROGRESS_COUNTS = [] as const;

export type ProgressText = (typeof PROGRESS_TEXTS)[number];
export type ProgressCount = (typeof PROGRESS_COUNTS)[number];
