import type { Locator, Page } from '@playwright/test';

export class BuilderPage {
  readonly minutes: Locator;
  readonly summary: Locator; // "9 minutes 40 seconds, 5 movements, 1 change of position"
  readonly routine: Locator;
  readonly movements: Locator;
  readonly leftOut: Locator;
  readonly startAgain: Locator;
  readonly placeProblem: Locator; // beside the question that has no answer yet

  constructor(private readonly page: Page) {
    this.minutes = page.getByRole('slider', { name: 'Minutes' });
    this.routine = page.getByRole('region', { name: 'Your routine' });
    this.summary = this.routine.getByRole('status').first();
    this.movements = this.routine
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3 }) });
    this.leftOut = page.locator('#routine-left-out');
    this.placeProblem = page
      .getByRole('group', { name: 'Where can you be?' })
      .getByText('Choose at least one place');
    this.startAgain = this.routine.getByRole('button', { name: 'Start again' });
  }

  async open(fragment = ''): Promise<void> {
    await this.page.goto(`builder/${fragment}`);
  }

  stage(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  answer(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }

  movement(title: string): Locator {
    return this.movements.filter({
      has: this.page.getByRole('link', { name: title, exact: true }),
    });
  }

  /** The movement's entry among those that are out. */
  leftOutEntry(title: string): Locator {
    return this.leftOut
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** The entries below one heading of the list of movements that are out. */
  leftOutUnder(heading: string): Locator {
    return this.leftOut
      .getByRole('heading', { name: heading })
      .locator('xpath=following-sibling::*[1]')
      .getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.routine.getByRole('button', { name });
  }

  /** Presses a button of a movement of the routine. */
  async press(title: string, name: string): Promise<void> {
    await this.movement(title)
      .first()
      .getByRole('button', { name: `${name} : ${title}` })
      .click();
  }

  async titles(): Promise<string[]> {
    return this.movements.getByRole('heading').allTextContents();
  }

  async setMinutes(minutes: number): Promise<void> {
    await this.minutes.fill(String(minutes));
  }

  async showLeftOut(): Promise<void> {
    await this.routine.getByText(/^Why \d+ other movements? (is|are) out$/).click();
  }

  async leaveOut(title: string): Promise<void> {
    await this.movement(title)
      .getByRole('button', { name: /^Leave this out/ })
      .first()
      .click();
  }

  async putIn(title: string): Promise<void> {
    await this.leftOutEntry(title)
      .getByRole('button', { name: /^Put this in/ })
      .click();
  }

  /** Presses Tab until the control has the focus, as a person without a pointer does. */
  async tabTo(control: Locator): Promise<void> {
    const most = 150;
    for (let pressed = 0; pressed < most; ++pressed) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${most} presses of Tab do not reach ${String(control)}`);
  }
}
