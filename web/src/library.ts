// The library: filters that act at once, and figures that move on cards.

import { cardList } from './library/card-list';
import { isFiltered, type Choices } from './library/choices';
import { filterForm } from './library/form';
import { loosenings } from './library/match';
import { moveFigures } from './library/moving';
import { queryBar } from './library/query-bar';
import { readQuery, writeQuery } from './library/query';
import { required } from './ui/dom';

function startFilters(area: HTMLElement, isOneFile: boolean): void {
  const formElement = required('.filters', HTMLFormElement, area);
  const none = required('.filters-none', HTMLElement, area);
  const list = cardList(area);
  const address = queryBar(isOneFile);
  const care = formElement.dataset.care ?? '';

  const show = (choices: Choices): void => {
    form.show(choices);
    const shown = list.show(choices, (condition) => form.label('condition', condition), care);
    const help = shown === 0 && isFiltered(choices) ? loosenings(list.cards, choices) : [];
    form.report(shown, list.cards.length, help);
  };
  const change = (choices: Choices): void => {
    show(choices);
    address.write(writeQuery(choices, form.filters));
  };
  const see = (): void => {
    // Without a movement to see, what would help is next.
    if (!list.goTo()) none.querySelector('button')?.focus();
  };
  const form = filterForm(formElement, none, change, see);
  const read = (): void => show(readQuery(address.read(), form.filters));

  window.addEventListener('popstate', () => {
    if (!isOneFile) read();
  });
  read();
}

const isOneFile = document.querySelector('main > .page') !== null;
const area = document.querySelector<HTMLElement>('.library');
if (area) startFilters(area, isOneFile);
// The file that holds all pages has each moving figure once, on the page of its exercise.
if (!isOneFile) moveFigures();
