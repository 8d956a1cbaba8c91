// The search: on its own page, or over any other one. site.ts loads it when it is first asked for.

import { openDialog } from './search/dialog';
import { SEARCH_EVENT } from './search/event';
import { startPage } from './search/page';

function startDialog(): void {
  let opening: Promise<() => void> | undefined;
  window.addEventListener(SEARCH_EVENT, ({ detail: page }) => {
    opening ??= openDialog(page);
    opening.then(
      (open) => open(),
      () => location.assign(page),
    );
  });
}

const form = document.querySelector<HTMLFormElement>('main form.search');
if (form) startPage(form);
else startDialog();
