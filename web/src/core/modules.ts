// The core's two modules as one: the second is fetched when a question is first asked that it answers.

import { fileBytes } from './files';
import { createPlanner, type Planner } from './planner';

/** `core` answers every question but those about sessions that were and will be. */
export interface ModuleFiles {
  readonly core: BufferSource;
  readonly record: string; // its address
  readonly catalogue: string; // its text
}

export type AskText = (name: string, question: string) => Promise<string>;

const RECORD_QUESTIONS: readonly string[] = ['progress', 'calendar'];

export async function openModules({ core, record, catalogue }: ModuleFiles): Promise<AskText> {
  const planner = await createPlanner(core, catalogue);
  let recorder: Promise<Planner> | undefined;
  return async (name, question) => {
    if (!RECORD_QUESTIONS.includes(name)) return planner.askText(name, question);
    recorder ??= fileBytes(record).then((bytes) => createPlanner(bytes, catalogue));
    recorder.catch(() => (recorder = undefined)); // the next question tries again
    return (await recorder).askText(name, question);
  };
}
