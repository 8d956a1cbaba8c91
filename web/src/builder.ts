// The builder page: the form's answers and the person's changes go to the core, its answer is shown.

import { BUILDER_COUNTS, BUILDER_TEXTS } from './builder/words';
import { fileBytes, fileText } from './core/files';
import { createPlanner, type Planner } from './core/planner';
import type { Catalogue } from './core/types';
import { holdsChoices, readChoices, writeChoices } from './state/address';
import {
  keepKnownMovements,
  leaveOut,
  putIn,
  takeBack,
  withoutAdjustments,
  type Choices,
} from './state/choices';
import { lookUp, type Lookup } from './state/movements';
import { say } from './state/words';
import { onAction, type Action } from './ui/actions';
import { addressBar } from './ui/address-bar';
import { choicesForm } from './ui/choices-form';
import { required } from './ui/dom';
import { readPageWords } from './ui/page-words';
import { showPlaceProblem } from './ui/place-problem';
import { resultArea } from './ui/result';

interface Workshop {
  readonly planner: Planner;
  readonly lookup: Lookup;
  readonly movements: readonly string[]; // every id in the catalogue
}

function start(): void {
  readPageWords('words', { texts: BUILDER_TEXTS, counts: BUILDER_COUNTS });
  const formElement = required('#builder', HTMLFormElement);
  const form = choicesForm(
    formElement,
    () => change({ ...choices, ...form.answers() }),
    () => result.reveal(),
  );
  const result = resultArea();
  const address = addressBar(formElement.closest<HTMLElement>('.page'));
  let choices = readChoices(address.read() ?? '', form.vocabulary);
  let workshop: Workshop | undefined;

  const plan = (): void => {
    const placeMissing = choices.surfaces.length === 0;
    showPlaceProblem(formElement, placeMissing);
    if (!workshop) return;
    const { planner, lookup } = workshop;
    if (placeMissing) result.showNothing(say('no_place'), choices, lookup);
    else result.showAnswer(planner.plan(choices), choices, lookup);
  };
  const change = (next: Choices): void => {
    choices = next;
    address.write(writeChoices(choices));
    attempt(plan);
  };
  // A core that stops must not leave an old routine standing as if it were the answer.
  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      fail(error);
    }
  };
  const fail = (error: unknown): void => {
    console.error(error);
    workshop = undefined;
    result.showFailure();
  };

  window.addEventListener('hashchange', () => {
    const fragment = address.read();
    if (fragment === null) return;
    if (!holdsChoices(fragment)) {
      address.write(writeChoices(choices)); // a jump on the page took their place
      return;
    }
    choices = readChoices(fragment, form.vocabulary);
    if (workshop) choices = keepKnownMovements(choices, workshop.movements);
    form.show(choices);
    attempt(plan);
  });
  form.show(choices);
  onAction(result.element, (action, movement) => change(perform(action, choices, movement)));
  const open = (): void => {
    openWorkshop(formElement).then(
      (opened) => {
        workshop = opened;
        choices = keepKnownMovements(choices, opened.movements);
        attempt(plan);
      },
      // A page that is left while its files arrive loses them: that is no failure to report.
      (error: unknown) => left || fail(error),
    );
  };
  let left = false;
  window.addEventListener('pagehide', () => (left = true));
  window.addEventListener('pageshow', ({ persisted }) => {
    left = false;
    if (persisted && !workshop) open();
  });
  open();
}

function perform(action: Action, choices: Choices, movement: string): Choices {
  switch (action) {
    case 'leave-out':
      return leaveOut(choices, movement);
    case 'put-in':
      return putIn(choices, movement);
    case 'take-back':
      return takeBack(choices, movement);
    case 'start-again':
      return withoutAdjustments(choices);
  }
}

async function openWorkshop(form: HTMLFormElement): Promise<Workshop> {
  const [core, catalogueText] = await Promise.all([
    fileBytes(form.dataset.core ?? ''),
    fileText(form.dataset.catalogue ?? ''),
  ]);
  const planner = await createPlanner(core, catalogueText);
  const catalogue = JSON.parse(catalogueText) as Catalogue;
  return {
    planner,
    lookup: lookUp(catalogue),
    movements: catalogue.exercises.map(({ id }) => id),
  };
}

start();
