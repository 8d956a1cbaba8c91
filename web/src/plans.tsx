// The page of the plans.

import { PLANS_COUNTS, PLANS_TEXTS } from './plans/words';
import { readPageWords } from './ui/page-words';

readPageWords('plans-words', { texts: PLANS_TEXTS, counts: PLANS_COUNTS });
