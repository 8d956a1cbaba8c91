import type { Locator, Page } from '@playwright/test';

export class ExercisePage {
  readonly content: Locator;
  readonly title: Locator;

  constructor(private readonly page: Page) {
    this.content = page.getByRole('main');
    this.title = page.getByRole('heading', { level: 1 });
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`exercises/${id}/`);
  }
}
