/** The desk's line: asks for the overview while the page is seen, sends orders, tells refusals. */
import { useCallback } from 'react';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { orderDesk, seeDesk } from '../net/classes.ts';
import type { Refused } from '../net/answer.ts';
import { tellRefusal } from '../store/gameStore.ts';
import { useLoad } from '../store/useLoad.ts';
import { deskToken } from './keys.ts';
import type { DeskOverview } from './overview.ts';

const EVERY_MS = 1500;
export interface DeskLine { readonly overview: DeskOverview | null; readonly refused: Refused | null; readonly order: (order: DeskOrder) => Promise<boolean> }

export function useDesk(code: string): DeskLine {
  const token = deskToken(code) ?? '';
  const { answer } = useLoad(useCallback(() => seeDesk<DeskOverview>(location.origin, code, token), [code, token]), EVERY_MS);
  const order = useCallback(async (wish: DeskOrder) => {
    const done = await orderDesk(location.origin, code, token, wish);
    if (!done.ok) tellRefusal(done);
    return done.ok;
  }, [code, token]);
  return { overview: answer?.ok ? answer.value : null, refused: answer && !answer.ok ? answer : null, order };
}
