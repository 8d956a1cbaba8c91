// The core's two modules as one: each is fetched when a question is first asked that it answers.

import { fileBytes } from './files';
import { createPlanner, type Planner } from './planner';

/** Addresses; `record` answers about sessions that were and will be, `core` everything else. */
export interface ModuleFiles {
  readonly core: string;
  readonly record: string;
}

export type AskText = (name: string, question: string) => Promise<string>;

const RECORD_QUESTIONS: readonly string[] = ['progress', 'calendar'];

/** The module for planning is opened at once: every page needs it soon. */
export async function openModules(
  files: ModuleFiles,
  catalogue: Promise<string>, // its text
): Promise<AskText> {
  const open = async (wasm: string): Promise<Planner> => {
    const [bytes, text] = await Promise.all([fileBytes(wasm), catalogue]);
    return createPlanner(bytes, text);
  };
  const core = await open(files.core);
  let record: Promise<Planner> | undefined;
  return async (name, question) => {
    if (!RECORD_QUESTIONS.includes(name)) return core.askText(name, question);
    record ??= open(files.record);
    record.catch(() => (record = undefined)); // the next question tries again
    return (await record).askText(name, question);
  };
}
