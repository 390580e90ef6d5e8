/** The address others can open: this page's own, unless that is one that means only this machine. */
import { useCallback } from 'react';
import { getAddress } from '../net/api.ts';
import { done, type Answer } from '../net/answer.ts';
import { useLoad } from './useLoad.ts';

const ONLY_HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `reachable` is false where nobody else can come in: the server listens on this machine alone. */
export function useInviteOrigin(): { readonly origin: string; readonly reachable: boolean } {
  const here = ONLY_HERE.has(location.hostname);
  const ask = useCallback((): Promise<Answer<{ readonly origin: string | null }>> => (here ? getAddress(location.origin) : Promise.resolve(done({ origin: location.origin }))), [here]);
  const { answer } = useLoad(ask);
  const origin = answer?.ok ? answer.value.origin : location.origin;
  return { origin: origin ?? location.origin, reachable: origin !== null };
}
