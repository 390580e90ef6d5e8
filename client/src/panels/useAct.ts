/** Sends one act and keeps what came back, so that every form shows a refusal where the hand is. */
import { useCallback, useState } from 'react';
import type { Refusal, SeatCommand } from '@concert/shared';
import { useSend } from '../store/gameStore.ts';

export interface Act {
  /** Resolves to true once the act is durable at the table. */
  readonly act: (command: SeatCommand) => Promise<boolean>;
  readonly busy: boolean;
  readonly refused: Pick<Refusal, 'code' | 'params'> | null;
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
    setBusy(false);
    if (!answer.ok) setRefused({ code: answer.code as Refusal['code'], params: answer.params });
    return answer.ok;
  }, [send]);
  const clear = useCallback(() => setRefused(null), []);
  return { act, busy, refused, clear };
}
