/** Whether the page is as narrow as a phone: charts are drawn smaller then, so that their words stay readable. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 700px)';
const known = (): MediaQueryList | null => (typeof matchMedia === 'function' ? matchMedia(NARROW) : null);

export const useNarrow = (): boolean => useSyncExternalStore(
  (tell) => { const query = known(); query?.addEventListener('change', tell); return () => query?.removeEventListener('change', tell); },
  () => known()?.matches ?? false,
);
