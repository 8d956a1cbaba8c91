// What the script of the builder says, besides what all scripts say.

export const BUILDER_TEXTS = [
  'failed',
  'no_place',
  'no_routine',
  'refused',
  'movement.time',
  'movement.reasons',
  'movement.care',
  'action.leave_out',
  'action.put_in',
  'action.take_back',
  'action.start_again',
  'action.movement',
  'adjusted.left_out',
  'adjusted.put_in',
  'adjusted.both',
  'conflict.asked',
  'conflict.and',
  'conflict.advice_asked',
  'conflict.advice',
  'left_out.condition',
  'left_out.not-offered',
  'left_out.stage',
  'left_out.excluded',
  'left_out.surface',
  'left_out.equipment',
  'left_out.order',
  'left_out.conflict',
  'left_out.time',
  'left_out.position',
  'left_out.direction',
  'left_out.start',
  'left_out.rest',
  'left_out.part',
  'left_out.value',
  'left_out.other',
] as const;

export const BUILDER_COUNTS = [
  'adjusted.movements',
  'left_out.title',
  'conflict.would_help',
] as const;

export type BuilderText = (typeof BUILDER_TEXTS)[number];
export type BuilderCount = (typeof BUILDER_COUNTS)[number];
