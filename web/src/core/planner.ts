// The routine core as a function: a request in, an answer out. Runs in browsers and in Node.

import { instantiateCore, type CoreExports } from './loader';
import type { PlanAnswer, RoutineRequest } from './types';

export interface Planner {
  plan(request: RoutineRequest): PlanAnswer;
  /** The answer to any question as the core wrote it, for a question as text. */
  askText(name: string, questionText: string): string;
}

export async function createPlanner(wasm: BufferSource, catalogueText: string): Promise<Planner> {
  const core = await instantiateCore(wasm);
  const understood = withText(core, catalogueText, (pointer, size) =>
    core.unclench_load_catalogue(pointer, size),
  );
  if (understood !== 1) throw new Error('the routine core does not understand the catalogue');

  const askText = (name: string, questionText: string): string => {
    const nameSize = new TextEncoder().encode(name).length;
    const size = withText(core, name + questionText, (pointer, length) =>
      core.unclench_ask(pointer, nameSize, length),
    );
    return new TextDecoder().decode(bytesAt(core, core.unclench_result(), size));
  };
  return {
    askText,
    plan: (request) => JSON.parse(askText('plan', JSON.stringify(request))) as PlanAnswer,
  };
}

function withText(
  core: CoreExports,
  text: string,
  use: (pointer: number, size: number) => number,
): number {
  const bytes = new TextEncoder().encode(text);
  const pointer = core.unclench_allocate(bytes.length);
  if (pointer === 0 && bytes.length > 0) throw new Error('the routine core has no memory left');
  try {
    bytesAt(core, pointer, bytes.length).set(bytes);
    return use(pointer, bytes.length);
  } finally {
    core.unclench_free(pointer);
  }
}

// A new view each time: the memory's buffer is replaced when it grows.
function bytesAt(core: CoreExports, pointer: number, size: number): Uint8Array {
  return new Uint8Array(core.memory.buffer, pointer >>> 0, size >>> 0);
}
