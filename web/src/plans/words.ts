// What the script of the kept routines says, besides what all scripts say.

export const PLANS_TEXTS = [] as const;

export const PLANS_COUNTS = [] as const;

export type PlansText = (typeof PLANS_TEXTS)[number];
export type PlansCount = (typeof PLANS_COUNTS)[number];
