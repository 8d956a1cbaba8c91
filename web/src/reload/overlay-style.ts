// The overlay's own stylesheet. Nothing of the page reaches it.

export const OVERLAY_STYLE = `
:host {
  all: initial;
  color-scheme: light dark;
}

dialog {
  --paper: #fff9f5;
  --ink: #241a16;
  --soft: #5f4f47;
  --line: #e2cfc3;
  --code: #f6ebe3;
  --alarm: #9c2a12;
  box-sizing: border-box;
  width: min(60rem, 100vw - 1.5rem);
  max-width: none;
  max-height: calc(100dvh - 1.5rem);
  margin: 0.75rem auto auto;
  padding: 0;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--line);
  border-top: 0.375rem solid var(--alarm);
  border-radius: 0.5rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}

dialog::backdrop {
  background: rgb(20 14 12 / 0.55);
}

@media (prefers-color-scheme: dark) {
  dialog {
    --paper: #231a17;
    --ink: #f3e9e3;
    --soft: #c9b8ae;
    --line: #4b3a33;
    --code: #16100e;
    --alarm: #ff9b80;
  }
}

@media print {
  dialog,
  dialog::backdrop {
    display: none;
  }
}

.header {
  position: sticky;
  top: 0;
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 1rem;
  padding: 0.75rem 1rem;
  border-bottom: 1px solid var(--line);
  background: var(--paper);
}

h2 {
  margin: 0;
  color: var(--alarm);
  font-size: 1.25rem;
  line-height: 1.2;
}

button {
  min-width: 2.75rem;
  min-height: 2.75rem;
  padding: 0 1rem;
  border: 1px solid var(--soft);
  border-radius: 0.375rem;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

:focus-visible {
  outline: 3px solid var(--alarm);
  outline-offset: 2px;
}

pre:focus-visible {
  outline-offset: -3px;
}

ol {
  margin: 0;
  padding: 0 1rem;
  list-style: none;
}

li {
  padding: 1rem 0;
}

li + li {
  border-top: 1px solid var(--line);
}

p,
pre {
  margin: 0;
}

.place,
pre {
  font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;
  font-size: 0.9375rem;
}

.place {
  color: var(--soft);
  overflow-wrap: anywhere;
}

.message {
  font-weight: 600;
  overflow-wrap: anywhere;
}

pre {
  margin: 0.5rem 0;
  padding: 0.5rem 0.75rem;
  overflow-x: auto;
  border-radius: 0.375rem;
  background: var(--code);
  tab-size: 4;
}

.caret {
  color: var(--alarm);
  font-weight: 700;
}

.help {
  overflow-wrap: anywhere;
}

.footer {
  padding: 0.75rem 1rem;
  border-top: 1px solid var(--line);
  color: var(--soft);
  font-size: 0.875rem;
}
`;
