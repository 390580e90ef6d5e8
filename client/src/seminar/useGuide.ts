/** Where the debrief of the reader's class is, asked from a table of it; null where the match belongs to no class. */
import { useCallback } from 'react';
import type { RevealStep, Stage } from '@concert/shared/protocol/seminar';
import { refused, type Answer } from '../net/answer.ts';
import { myPlace, type MyPlace } from '../net/classes.ts';
import { useGame } from '../store/gameStore.ts';
import { useLoad } from '../store/useLoad.ts';
import { classOfTable, placeToken } from './keys.ts';

const ASK_MS = 4000;
export interface Guide { readonly group: string; readonly token: string; readonly stage: Stage; readonly guided: boolean; readonly step: RevealStep | null }

export function useGuide(): Guide | null {
  const table = useGame((state) => state.code);
  const group = table === null ? null : classOfTable(table);
  const token = group === null ? null : placeToken(group);
  const ask = useCallback(async (): Promise<Answer<MyPlace>> => (group === null || token === null ? refused('unauthorised') : myPlace(location.origin, group, token)), [group, token]);
  const { answer } = useLoad(ask, ASK_MS);
  if (group === null || token === null || !answer?.ok) return null;
  const { stage, guided, step } = answer.value;
  return { group, token, stage, guided, step };
}
