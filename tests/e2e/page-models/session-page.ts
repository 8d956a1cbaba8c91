import type { Locator, Page } from '@playwright/test';

/** What the devices of the page were asked, in order; see `noteDevices`. */
export type Noted = readonly (readonly [what: string, detail: string])[];

export class SessionPage {
  readonly none: Locator; // of the warning signs
  readonly start: Locator;
  readonly stage: Locator;
  readonly movement: Locator;
  readonly left: Locator;
  readonly back: Locator;
  readonly pause: Locator;
  readonly goOn: Locator;
  readonly skip: Locator;
  readonly hurts: Locator;
  readonly end: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    const button = (name: string | RegExp): Locator => main.getByRole('button', { name });
    this.none = button(/^None of these/);
    this.start = button(/^Start$/);
    this.stage = main.getByRole('region', { name: 'Session' });
    this.movement = this.stage.getByRole('heading', { level: 1 });
    this.left = this.stage.getByText(/^\d+:\d\d left$/);
    this.back = button(/^Back$/);
    this.pause = button(/^Pause$/);
    this.goOn = button(/^Go on$/);
    this.skip = button(/^Skip$/);
    this.hurts = button(/^This hurts$/);
    this.end = button(/^End$/);
  }

  async open(fragment: string): Promise<void> {
    await this.page.goto(`session/${fragment}`);
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  pain(question: string, pain: number): Locator {
    return this.page
      .getByRole('group', { name: question })
      .getByRole('button', { name: `${pain} of 10`, exact: true });
  }

  async secondsLeft(): Promise<number> {
    const [, minutes, seconds] = /(\d+):(\d+)/.exec((await this.left.textContent()) ?? '') ?? [];
    return 60 * Number(minutes) + Number(seconds);
  }

  heading(name: string): Locator {
    return this.page.getByRole('main').getByRole('heading', { name, exact: true });
  }

  /** As if the tab were put away, or brought back. */
  async setHidden(hidden: boolean): Promise<void> {
    await this.page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        value: value ? 'hidden' : 'visible',
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  }

  /** Replaces the devices by ones that only note what they are asked. Before the page is opened. */
  async noteDevices(): Promise<void> {
    await this.page.addInitScript(() => {
      const noted: [string, string][] = [];
      const buttons = new Map<string, () => void>();
      Object.assign(window, { noted, buttons });
      class Utterance {
        constructor(readonly text: string) {}
      }
      const replace = (on: object, name: string, value: unknown): void => {
        Object.defineProperty(on, name, { configurable: true, value });
      };
      replace(window, 'SpeechSynthesisUtterance', Utterance);
      replace(window, 'speechSynthesis', {
        speaking: true,
        pending: false,
        getVoices: () => [],
        addEventListener: () => undefined,
        resume: () => undefined,
        cancel: () => noted.push(['quiet', '']),
        speak: ({ text }: Utterance) => {
          const active = navigator.userActivation.hasBeenActive;
          noted.push([active ? 'say' : 'say too early', text]);
        },
      });
      replace(navigator, 'vibrate', (pulses: number[]) => noted.push(['pulse', pulses.join(' ')]));
      replace(navigator, 'wakeLock', {
        request: async () => {
          noted.push(['screen', 'stays on']);
          return { addEventListener: () => undefined, release: async () => undefined };
        },
      });
      replace(navigator, 'mediaSession', {
        setActionHandler: (name: string, handler: () => void) => buttons.set(name, handler),
      });
    });
  }

  async noted(): Promise<Noted> {
    return this.page.evaluate(() => (window as unknown as { noted: Noted }).noted);
  }

  async said(): Promise<string[]> {
    const noted = await this.noted();
    return noted.filter(([what]) => what === 'say').map(([, text]) => text);
  }

  /** A button of the headset or the locked screen. */
  async press(name: string): Promise<void> {
    await this.page.evaluate((action) => {
      (window as unknown as { buttons: Map<string, () => void> }).buttons.get(action)?.();
    }, name);
  }
}
