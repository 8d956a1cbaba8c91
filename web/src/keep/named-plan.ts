// The kept routine that an address names.

import type { Plan } from './records';
import type { Store } from './store';

/**
 * `gone` when there is none and nothing else to go on with. Many addresses with a kept routine say themselves what
 * is asked for: whoever gets one, or has lost what was kept, goes on with that. Fails as the store does where they
 * say nothing.
 */
export async function namedPlan(
  parameters: URLSearchParams,
  store: Pick<Store, 'plan'>,
): Promise<Plan | 'gone' | null> {
  const id = parameters.get('plan');
  if (!id) return null;
  const saysItself = parameters.has('stage') || parameters.has('routine');
  const finding = store.plan(id);
  const plan = await (saysItself ? finding.catch(() => undefined) : finding);
  return plan ?? (saysItself ? null : 'gone');
}
