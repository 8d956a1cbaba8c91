// Brings the routine core to life: a standalone WebAssembly module without JavaScript of its own.

export interface CoreExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  unclench_allocate(size: number): number;
  unclench_free(pointer: number): void;
  unclench_load_catalogue(pointer: number, size: number): number;
  unclench_ask(pointer: number, nameSize: number, size: number): number;
  unclench_result(): number;
}

const FUNCTIONS = [
  '_initialize',
  'unclench_allocate',
  'unclench_free',
  'unclench_load_catalogue',
  'unclench_ask',
  'unclench_result',
] as const;

export async function instantiateCore(bytes: BufferSource): Promise<CoreExports> {
  const module = await WebAssembly.compile(bytes);
  const instance = await WebAssembly.instantiate(module, stubsFor(module));
  const core = checkedExports(instance.exports);
  core._initialize();
  return core;
}

// The core does no I/O. What its C library imports is never needed, except to stop.
function stubsFor(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => number>> = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    if (wanted.kind !== 'function') continue;
    const stubs = (imports[wanted.module] ??= {});
    stubs[wanted.name] = wanted.name === 'proc_exit' ? stop : () => 0;
  }
  return imports;
}

function stop(): never {
  throw new Error('the routine core stopped');
}

function checkedExports(exports: WebAssembly.Exports): CoreExports {
  const missing = FUNCTIONS.filter((name) => typeof exports[name] !== 'function');
  if (missing.length > 0 || !(exports.memory instanceof WebAssembly.Memory)) {
    throw new Error(`this is not the routine core: it lacks ${missing.join(', ') || 'memory'}`);
  }
  return exports as WebAssembly.Exports & CoreExports;
}
