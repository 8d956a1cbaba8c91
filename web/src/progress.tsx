// The page of the progress.

import { PROGRESS_COUNTS, PROGRESS_TEXTS } from './progress/words';
import { readPageWords } from './ui/page-words';

readPageWords('progress-words', { texts: PROGRESS_TEXTS, counts: PROGRESS_COUNTS });
