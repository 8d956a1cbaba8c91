// The page of the kept routines.

import { PlansPage } from './plans/page';
import { PLANS_COUNTS, PLANS_TEXTS } from './plans/words';
import { keptPage } from './ui/kept-page';

keptPage('plans', { texts: PLANS_TEXTS, counts: PLANS_COUNTS }, PlansPage);
