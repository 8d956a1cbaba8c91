// The cards of the library: read once, then shown or hidden.

import { make } from '../ui/dom';
import type { Choices } from './choices';
import { careWith, matches, searchable, type Card } from './match';

export interface CardList {
  readonly cards: readonly Card[];
  /** Returns how many are shown. `labels` are the names of conditions; `care` has {0} for them. */
  show(choices: Choices, labels: (condition: string) => string, care: string): number;
  /** Leads to the first group that is shown; false when there is none. */
  goTo(): boolean;
}

const words = (text: string | undefined): readonly string[] =>
  (text ?? '').split(' ').filter((word) => word !== '');

function readCard(item: HTMLElement): Card {
  const {
    posture,
    surfaces,
    phase,
    targets,
    needs,
    avoid,
    care,
    load,
    words: names,
  } = item.dataset;
  const texts = [...item.querySelectorAll('a, p')].map(({ textContent }) => textContent ?? '');
  return {
    position: posture ?? '',
    surfaces: words(surfaces),
    phase: phase ?? '',
    targets: words(targets),
    needs: words(needs).map((group) => group.split('|')),
    avoid: words(avoid),
    care: words(care),
    load: Number(load ?? 0),
    text: searchable([...texts, names ?? ''].join(' ')),
  };
}

export function cardList(area: ParentNode): CardList {
  const groups = [...area.querySelectorAll<HTMLElement>('section')].map((section) => ({
    section,
    items: [...section.querySelectorAll<HTMLElement>('.card')].map((item) => ({
      item,
      card: readCard(item),
    })),
  }));

  return {
    cards: groups.flatMap(({ items }) => items.map(({ card }) => card)),
    show(choices, labels, care) {
      let shown = 0;
      for (const { section, items } of groups) {
        let any = false;
        for (const { item, card } of items) {
          const fits = matches(card, choices);
          if (item.hidden === fits) item.hidden = !fits;
          if (!fits) continue;
          any = true;
          shown += 1;
          showCare(item, careWith(card, choices).map(labels), care);
        }
        section.hidden = !any;
      }
      return shown;
    },
    goTo() {
      const first = groups.find(({ section }) => !section.hidden);
      const heading = first?.section.querySelector('h2');
      if (!heading) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
      return true;
    },
  };
}

function showCare(item: HTMLElement, conditions: readonly string[], care: string): void {
  const present = item.querySelector('.card-care');
  if (conditions.length === 0) {
    present?.remove();
    return;
  }
  const text = care.replace('{0}', conditions.join(', '));
  if (present?.textContent === text) return;
  const mark = present ?? item.appendChild(make('p', { class: 'card-care' }));
  mark.textContent = text;
}
