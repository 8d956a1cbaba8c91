// A saved routine from its first revision to the next.

import type { Plan } from './records';

type Content = Pick<Plan, 'name' | 'note' | 'request' | 'routine' | 'settled'>;

export function newPlan(content: Content, now = new Date()): Plan {
  const moment = now.toISOString();
  return { id: newId(), ...content, created: moment, changed: moment, revision: 1 };
}

export function nextPlan(plan: Plan, changes: Partial<Content>, now = new Date()): Plan {
  return { ...plan, ...changes, changed: now.toISOString(), revision: plan.revision + 1 };
}

/** A random UUID. Browsers offer one only over HTTPS; a site may also be opened from a disk. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
