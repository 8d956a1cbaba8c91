// The errors of the content, over the page. They go when they are fixed or closed, and the page
// underneath keeps its state.

import type { Problem } from './news';
import { OVERLAY_STYLE } from './overlay-style';

const MOST_SHOWN = 50;
const MOST_CARETS = 500;
const CARET_MARGIN = 16;

let host: HTMLElement | undefined;
let shown = '[]';

export function showProblems(problems: readonly Problem[]): void {
  const text = JSON.stringify(problems);
  // The same ones again stay closed if they were closed.
  if (text === shown) return;
  shown = text;
  if (problems.length === 0) hide();
  else show(problems);
}

function hide(): void {
  // Closing gives the focus back to where it was.
  dialogOf(host)?.close();
  host?.remove();
  host = undefined;
}

function show(problems: readonly Problem[]): void {
  host ??= makeHost();
  const dialog = dialogOf(host);
  if (!dialog) return;
  dialog.replaceChildren(header(problems.length, dialog), list(problems), footer(problems.length));
  if (dialog.open) dialog.querySelector('button')?.focus({ preventScroll: true });
  else dialog.showModal();
  for (const code of dialog.querySelectorAll<HTMLElement>('pre')) scrollToCaret(code);
}

function makeHost(): HTMLElement {
  const made = document.createElement('unclench-problems');
  const root = made.attachShadow({ mode: 'open' });
  // The pages' policy allows no style elements and attributes, but this.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement('dialog');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'problems');
  root.append(dialog);
  document.body.append(made);
  return made;
}

function dialogOf(element: HTMLElement | undefined): HTMLDialogElement | null {
  return element?.shadowRoot?.querySelector('dialog') ?? null;
}

function header(count: number, dialog: HTMLDialogElement): HTMLElement {
  const title = element('h2', count === 1 ? '1 error' : `${count} errors`);
  title.id = 'title';
  const close = element('button', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const made = element('div', '', 'header');
  made.append(title, close);
  return made;
}

function list(problems: readonly Problem[]): HTMLElement {
  const made = element('ol');
  made.id = 'problems';
  made.append(...problems.slice(0, MOST_SHOWN).map(item));
  return made;
}

function item(problem: Problem): HTMLElement {
  const made = element('li');
  const place = placeOf(problem);
  if (place) made.append(element('p', place, 'place'));
  made.append(element('p', problem.message ?? '', 'message'));
  if (problem.line_text) made.append(code(problem, problem.line_text));
  if (problem.help) made.append(element('p', `Help: ${problem.help}`, 'help'));
  return made;
}

function placeOf({ path = '', line = 0, column = 0, line_text = '' }: Problem): string {
  // Problems of a whole file stand at its beginning and have no line to show.
  const isWhole = line < 1 || (line === 1 && column <= 1 && line_text === '');
  return isWhole ? path : `${path}:${line}:${column}`;
}

function code(problem: Problem, text: string): HTMLElement {
  const { line = 1, length = 1, line_start = 1 } = problem;
  const column = (problem.column ?? 1) - line_start + 1;
  const characters = [...text];
  // Tabs stay tabs, so that the caret stands under its character however wide they are drawn.
  const indent = characters.slice(0, column - 1).map((one) => (one === '\t' ? '\t' : ' '));
  const room = Math.min(characters.length - column + 1, MOST_CARETS);
  const caret = element('span', '^'.padEnd(Math.max(1, Math.min(length, room)), '~'), 'caret');
  caret.setAttribute('aria-hidden', 'true');
  const made = element('pre');
  made.tabIndex = 0; // long lines scroll, also by keyboard
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', `Line ${line}`);
  made.append(`${text}\n${indent.join('')}`, caret);
  return made;
}

function footer(count: number): HTMLElement {
  const more = count - MOST_SHOWN;
  const rest = more > 0 ? `${more} more are listed in the terminal. ` : '';
  return element('p', `${rest}This goes away when all is fixed. Escape closes it.`, 'footer');
}

function scrollToCaret(scroller: HTMLElement): void {
  const caret = scroller.querySelector<HTMLElement>('.caret');
  if (!caret) return;
  // The whole of it if there is room, in any case its beginning.
  const start = caret.offsetLeft - scroller.offsetLeft - CARET_MARGIN;
  const end = start + caret.offsetWidth + 2 * CARET_MARGIN;
  scroller.scrollLeft = Math.max(0, Math.min(start, end - scroller.clientWidth));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
