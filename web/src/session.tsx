// The page of the session.

import { SESSION_COUNTS, SESSION_TEXTS } from './session/words';
import { readPageWords } from './ui/page-words';

readPageWords('session-words', { texts: SESSION_TEXTS, counts: SESSION_COUNTS });
