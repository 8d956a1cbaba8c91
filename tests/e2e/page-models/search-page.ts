import type { Locator, Page } from '@playwright/test';

/** The search, on its own page or over another one. */
export class SearchPage {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly count: Locator; // "Results: 12"
  readonly results: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    this.field = page.getByRole('searchbox', { name: 'What are you looking for?' });
    this.count = page.getByRole('search').getByRole('status');
    this.results = page.getByRole('list', { name: 'Results' }).getByRole('link');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`search/${query}`);
  }

  async openDialog(): Promise<void> {
    await this.page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  }
}
