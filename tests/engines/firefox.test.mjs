import { firefox } from './firefox.mjs';
import { journeysIn } from './journeys.mjs';

journeysIn(firefox);
