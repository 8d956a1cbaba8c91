// The shared worker: hears the news once for all pages that are open.

import { CHANNEL, listen, type News } from './news';

interface SharedScope {
  onconnect: ((event: MessageEvent) => void) | null;
}

export function relayNews(): void {
  const channel = new BroadcastChannel(CHANNEL);
  let latest: News | undefined;

  listen(
    (news) => {
      latest = news;
      channel.postMessage(news);
    },
    () => {
      // The next server may know another site.
      latest = undefined;
    },
  );

  (globalThis as unknown as SharedScope).onconnect = ({ ports: [port] }) => {
    if (latest) port?.postMessage(latest);
  };
}
