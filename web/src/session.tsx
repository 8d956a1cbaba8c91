// The page of the session.

import { render } from 'preact';
import { forgetChecked, wasCheckedToday } from './keep/day';
import { openStore } from './keep/open';
import { browserDevices } from './session/devices/browser';
import { newSession } from './session/session';
import { SessionView, showsRunning } from './session/views/view';
import { SESSION_COUNTS, SESSION_TEXTS } from './session/words';
import { holdsChoices } from './state/address';
import { addressBar } from './ui/address-bar';
import { required } from './ui/dom';
import { pageData } from './ui/page-data';
import { readPageWords } from './ui/page-words';
import { onShown } from './ui/shown';

const root = required('#session', HTMLElement);
const pages = pageData(root);
const page = root.closest<HTMLElement>('.page');
const address = addressBar(page);

function start(): void {
  readPageWords('session-words', { texts: SESSION_TEXTS, counts: SESSION_COUNTS });
  const devices = browserDevices(document.documentElement.lang || 'en');
  const store = openStore();
  const session = newSession({
    devices,
    store,
    async openWorkshop() {
      const [core, catalogue] = await Promise.all([pages.core(), pages.catalogue()]);
      return { core, catalogue };
    },
    newId,
    wasCheckedToday,
    forgetChecked,
  });
  const draw = (): void => {
    const model = session.model();
    render(
      <SessionView session={session} model={model} devices={devices} pages={pages} store={store} />,
      root,
    );
  };
  const open = (): void => void session.open(address.read() ?? '');
  session.onChange(draw);
  window.addEventListener('hashchange', () => {
    showsRunning(!page?.hidden && session.isUnderWay());
    if (page?.hidden) session.away();
    else if (holdsChoices(location.hash)) open(); // a jump on the page asks for nothing
  });
  window.addEventListener('pagehide', () => {
    if (!session.isUnderWay()) session.away();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !session.model().ready && !session.isUnderWay()) open();
  });
  onShown(root, open);
}

/** Pages over plain HTTP have no `randomUUID`. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let isStarted = false;
onShown(root, () => {
  if (!isStarted) start();
  isStarted = true;
});
