// The builder page: puts the form, the workbench and what it draws together.

import { render } from 'preact';
import { rememberingPlan } from './builder/ask';
import { glideRows } from './builder/glide';
import { rememberFragment } from './builder/last-plan';
import { openAddress, type Tools } from './builder/opening';
import { Result } from './builder/result';
import type { View } from './builder/view';
import { BUILDER_COUNTS, BUILDER_TEXTS } from './builder/words';
import { Workbench } from './builder/workbench';
import { wasCheckedToday } from './keep/day';
import { openStore } from './keep/open';
import type { Store } from './keep/store';
import { holdsChoices, readChoices } from './state/address';
import { lookUp } from './state/movements';
import type { Answers } from './state/plan-state';
import type { Shown } from './state/shown';
import { say } from './state/words';
import { addressBar } from './ui/address-bar';
import { choicesForm, type ChoicesForm } from './ui/choices-form';
import { required } from './ui/dom';
import { keepPlace } from './ui/keep-place';
import { pageData } from './ui/page-data';
import { readPageWords } from './ui/page-words';
import { showPlaceProblem } from './ui/place-problem';
import { RedFlags } from './ui/red-flags';

const formElement = required('#builder', HTMLFormElement);
const result = required('#routine', HTMLElement);
const heading = required('#routine-heading', HTMLElement, result);
const area = required('#builder-result', HTMLElement, result);
const shownArea = required('#builder-shown', HTMLElement, result);
const flagsArea = required('#builder-red-flags', HTMLElement, result);
const failure = required('#routine-failure', HTMLElement, result);
const note = required('#routine-note', HTMLElement, result);
const jumpSummary = required('#builder-jump-summary', HTMLElement);
const page = formElement.closest<HTMLElement>('.page');
const data = pageData(formElement);

const MOMENT = 300; // milliseconds

let bench: Workbench | undefined;
let drawn: Shown | undefined; // last
let opening: Promise<void> | undefined;
let left = false;
let storeOpening: Promise<Store> | undefined;
const store = (): Promise<Store> => (storeOpening ??= openStore());

function reveal(): void {
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

function draw(view: View): void {
  const redraw = (): void => {
    render(<Result view={view} />, area);
    note.hidden = !view.shown.nearlyBest;
    jumpSummary.textContent = shownArea.hidden ? '' : view.summary;
  };
  const isSame = drawn === view.shown;
  drawn = view.shown;
  keepPlace(area, heading, () => (isSame ? redraw() : glideRows(area, redraw)));
}

function showFailure(error: unknown): void {
  console.error(error);
  bench = undefined;
  render(
    <p class="routine-summary" role="status">
      {say('failed')}
    </p>,
    area,
  );
  jumpSummary.textContent = '';
  note.hidden = true;
  failure.hidden = false;
}

/** The routine comes into sight when nothing speaks against it; it is worked out meanwhile. */
function askForWarningSigns(): void {
  const isAsked = !wasCheckedToday();
  shownArea.hidden = isAsked;
  flagsArea.hidden = !isAsked;
  if (!isAsked) {
    render(null, flagsArea);
    return;
  }
  const clear = (): void => {
    askForWarningSigns();
    shownArea.hidden = false;
    flagsArea.hidden = true;
    jumpSummary.textContent = area.querySelector('#routine-summary')?.textContent ?? '';
    reveal();
  };
  render(
    <RedFlags helpAddress={data.help} goOn={say('red_flags.none')} onClear={clear} />,
    flagsArea,
  );
}

async function openTools(form: ChoicesForm): Promise<Tools> {
  const [core, catalogue] = await Promise.all([data.core(), data.catalogue()]);
  return {
    core: rememberingPlan(core),
    catalogue,
    lookup: lookUp(catalogue),
    vocabulary: form.vocabulary,
    store,
  };
}

const settle = (): void => bench?.settle();

function start(): void {
  readPageWords('words', { texts: BUILDER_TEXTS, counts: BUILDER_COUNTS });
  const form = choicesForm(
    formElement,
    () => {
      const answers = form.answers();
      showPlaceProblem(formElement, answers.surfaces.length === 0);
      if (bench) bench.answer(answers);
      else early = answers;
      askOnNewDay();
    },
    settle,
    reveal,
  );
  const address = addressBar(page, rememberFragment);
  const { session, plans } = data;
  let tools: Tools | undefined;
  let early: Answers | undefined; // given while the core was on its way
  let asked = 0; // counts addresses, so that a slow one does not come last

  const learn = (): void =>
    void store()
      .then((open) => bench?.learn(open))
      .catch(() => undefined);
  const open = async (): Promise<void> => {
    form.show(readChoices(address.read() ?? '', form.vocabulary));
    const shownFirst = form.answers();
    tools = await openTools(form);
    const opened = await openAddress(address.read() ?? '', tools);
    bench = new Workbench(
      tools,
      {
        builder: page ? `#${page.id}` : location.pathname,
        session,
        plans,
        area,
        draw,
        showAnswers({ request }) {
          form.show(request);
          showPlaceProblem(formElement, request.surfaces.length === 0);
        },
        writeAddress: address.write,
        fail: showFailure,
      },
      opened,
    );
    if (early) {
      const conditions = joined(early.conditions, shownFirst.conditions, form.answers().conditions);
      bench.answer({ ...form.answers(), ...differing(early, shownFirst), conditions });
    }
    early = undefined;
    (await store()).onChange(learn);
    learn();
  };
  const openOnce = (): void => {
    // In a single file the page may not be the one that is shown.
    if (address.read() === null || opening) return;
    askForWarningSigns();
    failure.hidden = true;
    opening = open().catch((error: unknown) => {
      opening = undefined;
      // A page that is left while its files arrive loses them, often just before it hears that it is left: that is
      // no failure to report.
      setTimeout(() => {
        if (!left && !opening) showFailure(error);
      }, MOMENT);
    });
  };

  // A page that was left open over night comes back with the routine of yesterday.
  const askOnNewDay = (): void => {
    if (document.visibilityState !== 'visible' || !opening) return;
    if (shownArea.hidden || wasCheckedToday()) return;
    const hadFocus = shownArea.contains(document.activeElement);
    askForWarningSigns();
    jumpSummary.textContent = '';
    if (hadFocus) required('h2', HTMLHeadingElement, flagsArea).focus();
    learn();
  };

  window.addEventListener('hashchange', () => {
    const fragment = address.read();
    if (fragment === null) return;
    openOnce();
    if (!bench || !tools) return;
    if (!shownArea.hidden || wasCheckedToday()) askForWarningSigns();
    const mine = ++asked;
    if (holdsChoices(fragment))
      openAddress(fragment, tools).then((next) => {
        if (mine === asked) bench?.open(next);
      }, showFailure);
    else bench.writeAddress(true); // a jump on the page took the place of the plan
  });
  window.addEventListener('pagehide', () => (left = true));
  window.addEventListener('pageshow', ({ persisted }) => {
    left = false;
    if (!persisted) return;
    openOnce();
    askOnNewDay();
    learn(); // whatever was kept while the page was put away was not told to it
  });
  document.addEventListener('visibilitychange', askOnNewDay);
  window.addEventListener('focus', askOnNewDay);
  window.addEventListener('beforeprint', () => bench?.print(true));
  window.addEventListener('afterprint', () => bench?.print(false));
  document.addEventListener('keydown', onUndoKeys);
  area.addEventListener('change', settle); // a field was left
  required('button', HTMLButtonElement, failure).addEventListener('click', () => location.reload());
  openOnce();
}

/** What was answered anew: a plan that is opened keeps its own answers to everything else. */
function differing(answers: Answers, before: Answers): Partial<Answers> {
  const changed = Object.entries(answers).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Answers]),
  );
  return Object.fromEntries(changed);
}

/** What applies: what was ticked or unticked early, and else what the opened plan says. */
function joined(
  early: readonly string[],
  before: readonly string[],
  opened: readonly string[],
): readonly string[] {
  const kept = opened.filter((id) => early.includes(id) || !before.includes(id));
  return [...kept, ...early.filter((id) => !before.includes(id) && !kept.includes(id))];
}

/** Not in a field, where these keys undo what was typed. */
function onUndoKeys(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  const inField =
    event.target instanceof Element &&
    event.target.matches('textarea, input:not([type=checkbox], [type=radio], [type=range])');
  if (!isUndo || event.altKey || inField || page?.hidden || !bench) return;
  event.preventDefault();
  if (event.shiftKey) bench.redo();
  else bench.undo();
}

start();
