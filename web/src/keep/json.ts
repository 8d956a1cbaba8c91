// JSON of whatever a database may hold.

/** What JSON has no form for, a number without end or a record inside itself, is written in words. */
export function jsonOf(value: unknown, indent?: number): string {
  const outer: unknown[] = []; // from the whole inwards
  const plain = function (this: unknown, _key: string, part: unknown): unknown {
    if (typeof part === 'bigint') return String(part);
    if (typeof part !== 'object' || part === null) return part;
    while (outer.length > 0 && outer[outer.length - 1] !== this) outer.pop();
    if (outer.includes(part)) return 'the same again';
    outer.push(part);
    return part;
  };
  return JSON.stringify(value, plain, indent);
}
