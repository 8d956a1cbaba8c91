import type { Locator, Page } from '@playwright/test';

export class LibraryPage {
  readonly heading: Locator;
  readonly words: Locator;
  readonly count: Locator; // "12 of 55 movements"
  readonly cards: Locator; // those that are shown
  readonly groups: Locator; // headings of positions that are shown
  readonly chosen: Locator;
  readonly clear: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.heading = page.getByRole('heading', { level: 1 });
    this.words = main.getByRole('searchbox');
    this.count = main.getByRole('status');
    this.cards = main.locator('.card:visible');
    this.groups = main.getByRole('heading', { level: 2 });
    this.chosen = main.getByRole('list', { name: 'Chosen' });
    this.clear = main.getByRole('button', { name: 'Clear all' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`exercises/${query}`);
  }

  async openExercise(title: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: title }).first().click();
  }

  filter(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}( \\(\\d+\\))?$`) });
  }

  option(name: string): Locator {
    const main = this.page.getByRole('main');
    return main
      .getByRole('checkbox', { name, exact: true })
      .or(main.getByRole('radio', { name, exact: true }));
  }

  card(title: string): Locator {
    return this.cards.filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** Opens a filter and ticks one of its options. */
  async choose(filter: string, option: string): Promise<void> {
    const button = this.filter(filter);
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    await this.option(option).check();
  }
}
