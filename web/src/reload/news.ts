// What the server tells after each build, and how a page comes to hear it.

export interface Problem {
  readonly id?: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number; // counted in characters, from 1
  readonly length?: number;
  readonly message?: string;
  readonly help?: string;
  readonly line_text?: string;
  /** The column that it begins with. */
  readonly line_start?: number;
}

export interface News {
  readonly run: string; // when the server was started
  readonly build: number;
  readonly problems: readonly Problem[]; // none when the build is sound
  readonly changed: Readonly<Record<string, number>>; // files, and the build that changed them last
  readonly styles: readonly string[]; // addresses of all stylesheets that carry a hash
}

export const EVENTS = '/_unclench/events';
export const CHANNEL = 'unclench:news';

const RETRY = 1000;

type Listener = (news: News) => void;

/** Calls back with the present state soon, and with every one that follows. */
export function subscribe(script: string, listener: Listener): void {
  if (!('SharedWorker' in window)) {
    listen(listener);
    return;
  }
  // A browser opens only six connections to a host, so that all pages have to share one.
  const hear = ({ data }: MessageEvent<News>): void => listener(data);
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = hear;
  const worker = new SharedWorker(script);
  worker.port.onmessage = hear;
  worker.onerror = () => {
    channel.close();
    worker.port.close();
    listen(listener);
  };
}

/** Goes on for ever. `onLost` is called when the server has gone. */
export function listen(listener: Listener, onLost?: () => void): void {
  const events = new EventSource(EVENTS);
  events.onmessage = ({ data }: MessageEvent<string>) => listener(JSON.parse(data) as News);
  events.onerror = () => {
    onLost?.();
    // Mostly the browser tries again by itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(listener, onLost), RETRY);
  };
}
