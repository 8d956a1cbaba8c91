// The catalogue by id, for components that can do without it for a moment.

import { useEffect, useState } from 'preact/hooks';
import { lookUp, type Lookup } from '../state/movements';
import type { PageData } from './page-data';

/** Nothing until the catalogue is there, and without a network where it was never stored. */
export function useLookup(data: PageData): Lookup | undefined {
  const [lookup, setLookup] = useState<Lookup>();
  useEffect(() => {
    data.catalogue().then(
      (catalogue) => setLookup(lookUp(catalogue)),
      () => undefined,
    );
  }, [data]);
  return lookup;
}
