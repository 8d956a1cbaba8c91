// Focus for what is drawn next: what was pressed is gone by then.

export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
