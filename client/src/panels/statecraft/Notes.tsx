/** Comparing notes with another power, so that nobody plays the two against each other (M11). */
import { Button } from 'react-aria-components';
import type { MeSlice, SeatId } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Notes({ seats, me }: { readonly seats: readonly SeatId[]; readonly me: MeSlice }) {
  const { t, seat, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const last = me.knowledge.findLast((each) => each.kind === 'notes');
  return (
    <Fold title={<>{t('craft.notes.title')} <CodexLink id="M11" /></>} note={t('secret.cost', { count: 1, number: num(1) })}>
      <p className="pn-note">{t('craft.notes.help')}</p>
      <div className="pn-row">{seats.map((other) => <Button key={other} className="pn-button" isDisabled={busy} aria-label={t('craft.notes.with', { seat: seat(other) })} onPress={() => void act({ type: 'compareNotes', with: other })}><SeatTag seat={other} /></Button>)}</div>
      {last?.kind === 'notes' && <p className="pn-sealed">{t(last.found ? 'craft.notes.found' : 'craft.notes.nothing', { seat: seat(last.with) })}</p>}
      <Refused refusal={refused} />
    </Fold>
  );
}
