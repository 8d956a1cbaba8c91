// Added to every page by the authors' server, never part of a site. Reloads the page when it has
// changed, exchanges its stylesheets, and shows the errors of the content over it.

import { subscribe, type News } from './reload/news';
import { showProblems } from './reload/overlay';
import { isStale, type LoadedPage } from './reload/page';
import { keepPlace, layOutWhole, returnToPlace } from './reload/place';
import { relayNews } from './reload/relay';
import { exchangeStyles } from './reload/styles';

function followPage(script: HTMLScriptElement): void {
  const { run = '', build = '', base = '/', file = '' } = script.dataset;
  const page: LoadedPage = { run: Number(run), build: Number(build), base, file };
  let leaving = false;

  layOutWhole();
  returnToPlace();
  subscribe(script.src, (news: News) => {
    // News that was under way before this page was made tells nothing about it.
    if (leaving || Number(news.run) < page.run) return;
    showProblems(news.problems);
    if (news.problems.length > 0) return;
    if (isStale(page, news)) {
      leaving = true;
      keepPlace();
      location.reload();
    } else {
      exchangeStyles(news.styles);
    }
  });
}

// The same file is the page's script and the shared worker's.
if (typeof document === 'undefined') relayNews();
else followPage(document.currentScript as HTMLScriptElement);
