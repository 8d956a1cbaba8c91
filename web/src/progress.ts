// The page that shows how it is going.

import { ProgressPage } from './progress/page';
import { PROGRESS_COUNTS, PROGRESS_TEXTS } from './progress/words';
import { keptPage } from './ui/kept-page';

keptPage('progress', { texts: PROGRESS_TEXTS, counts: PROGRESS_COUNTS }, ProgressPage);
