// JSON of whatever a database may hold.

/** Far deeper than anything of ours, and far from where a browser's stack ends. */
const DEEPEST = 100; // levels of lists and records

/** Whether lists and records stand inside each other on more levels than anything of ours. */
export function isTooDeep(value: unknown): boolean {
  let level: object[] = insides([value]);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === DEEPEST) return true;
    level = insides(level.flatMap((part): unknown[] => Object.values(part)));
  }
  return false;
}

function insides(parts: readonly unknown[]): object[] {
  return parts.filter((part): part is object => typeof part === 'object' && part !== null);
}

/** What JSON has no form for, a number without end or a record inside itself, is written in words; so is what is too deep. */
export function jsonOf(value: unknown, indent?: number): string {
  const outer: unknown[] = []; // from the whole inwards
  const plain = function (this: unknown, _key: string, part: unknown): unknown {
    if (typeof part === 'bigint') return String(part);
    if (typeof part !== 'object' || part === null) return part;
    while (outer.length > 0 && outer[outer.length - 1] !== this) outer.pop();
    if (outer.includes(part)) return 'the same again';
    if (outer.length >= DEEPEST) return 'nested too deeply';
    outer.push(part);
    return part;
  };
  return JSON.stringify(value, plain, indent);
}
