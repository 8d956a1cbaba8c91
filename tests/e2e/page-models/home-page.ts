import type { Locator, Page } from '@playwright/test';

export class HomePage {
  readonly navigation: Locator;

  constructor(private readonly page: Page) {
    this.navigation = page.getByRole('banner').getByRole('navigation');
  }

  async open(): Promise<void> {
    await this.page.goto('');
  }

  async browseExercises(): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'Browse exercises' }).click();
  }

  async goTo(
    name: 'Exercises' | 'Build a routine' | 'Routines' | 'Saved' | 'Get help now',
  ): Promise<void> {
    await this.page.getByRole('banner').getByRole('link', { name, exact: true }).click();
  }
}
