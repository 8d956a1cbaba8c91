import type { Locator, Page } from '@playwright/test';

export class LibraryPage {
  readonly heading: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async open(): Promise<void> {
    await this.page.goto('exercises/');
  }

  async openExercise(title: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: title }).first().click();
  }
}
