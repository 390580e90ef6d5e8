/** Sends one act and keeps what came back, so that every form shows a refusal where the hand is. */
import { useCallback, useState } from 'react';
import type { ActCommand, Refusal, SeatCommand } from '@concert/shared';
import { useSend } from '../store/gameStore.ts';

const isAct = (command: SeatCommand): command is ActCommand => command.type !== 'draft' && command.type !== 'confirmDraft' && command.type !== 'dropDraft' && command.type !== 'voteDraft';

export interface Act {
  /** Resolves to true once the act is durable at the table. */
  readonly act: (command: SeatCommand) => Promise<boolean>;
  readonly busy: boolean;
  /** `drafted` is no refusal of the rules: the act lies before the head now. */
  readonly refused: { readonly code: Refusal['code'] | 'drafted'; readonly params: Refusal['params'] } | null;
  readonly clear: () => void;
}

export function useAct(): Act {
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Act['refused']>(null);
  const act = useCallback(async (command: SeatCommand) => {
    setBusy(true);
    setRefused(null);
    const answer = await send(command);
    // DL-3: what the own office cannot decide alone goes to the head of the delegation as a draft.
    const drafted = !answer.ok && answer.code === 'not-your-office' && isAct(command) ? await send({ type: 'draft', command }) : null;
    setBusy(false);
    if (drafted?.ok && !answer.ok) setRefused({ code: 'drafted', params: answer.params });
    else if (!answer.ok) setRefused({ code: answer.code as Refusal['code'], params: answer.params });
    return answer.ok;
  }, [send]);
  const clear = useCallback(() => setRefused(null), []);
  return { act, busy, refused, clear };
}
