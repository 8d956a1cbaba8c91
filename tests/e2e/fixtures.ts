// The test that every spec uses: it fails on what a visitor would never see, but must not happen.

import { test as base, type ConsoleMessage, type Page, type Request } from '@playwright/test';
import { BuilderPage } from './page-models/builder-page';
import { ExercisePage } from './page-models/exercise-page';
import { HomePage } from './page-models/home-page';
import { LibraryPage } from './page-models/library-page';
import { SearchPage } from './page-models/search-page';

/** What went wrong behind the page's back. A test may allow what it provokes on purpose. */
export class Problems {
  private readonly found: string[] = [];
  private readonly allowed: RegExp[] = [];

  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  add(problem: string): void {
    this.found.push(problem);
  }

  unexpected(): string[] {
    return this.found.filter((problem) => !this.allowed.some((pattern) => pattern.test(problem)));
  }
}

interface Fixtures {
  /** Whether the warning signs were looked at today, before the builder is used. */
  checked: boolean;
  problems: Problems;
  home: HomePage;
  library: LibraryPage;
  exercise: ExercisePage;
  builder: BuilderPage;
  search: SearchPage;
}

export const test = base.extend<Fixtures>({
  checked: [true, { option: true }],
  problems: [
    async ({ context, baseURL }, use) => {
      const problems = new Problems();
      context.on('page', (page) => watch(page, problems));
      context.on('request', (request) => {
        if (isForeign(request, baseURL)) problems.add(`request to ${request.url()}`);
      });
      await use(problems);
      expect(problems.unexpected(), 'console errors, page errors and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
  home: async ({ page }, use) => use(new HomePage(page)),
  library: async ({ page }, use) => use(new LibraryPage(page)),
  exercise: async ({ page }, use) => use(new ExercisePage(page)),
  builder: async ({ page, context, checked }, use) => {
    if (checked) await context.addInitScript(noteChecked);
    await use(new BuilderPage(page));
  },
  search: async ({ page }, use) => use(new SearchPage(page)),
});

export const expect = test.expect;

// Runs in the page, with the page's clock.
function noteChecked(): void {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  try {
    localStorage.setItem('unclench:checked', day);
  } catch {
    // a page without a store, such as about:blank
  }
}

function watch(page: Page, problems: Problems): void {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.add(`console: ${message.text()}`);
  });
  page.on('pageerror', (error: Error) => problems.add(`page: ${error.message}`));
}

function isForeign(request: Request, baseURL: string | undefined): boolean {
  const url = new URL(request.url());
  return url.protocol.startsWith('http') && url.origin !== new URL(baseURL ?? '').origin;
}
