/** Side-taking (M12, M13): who did what to whom, what backing or restraining brings, and what our silence would mean. */
import { Button } from 'react-aria-components';
import type { CrisisSlice, LegalSlice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatList, SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { capitalised } from '../../i18n/sentence.ts';
import { useAct } from '../useAct.ts';

interface Props { readonly view: View; readonly crisis: CrisisSlice; readonly side: LegalSlice['side'] }
export function CrisisForm({ view, crisis, side }: Props) {
  const { t, seat, seats, action, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const { me } = view;
  const mine = me?.sealed.side ?? null;
  const withProvoker = me !== null && crisis.provokerPatrons.includes(me.seat) && !crisis.victimPatrons.includes(me.seat);
  const client = withProvoker ? crisis.provoker : null;
  const role = withProvoker ? 'provoker' : 'victim';
  return (
    <div className="pn-block pn-crisis">
      <p className="pn-lead">{capitalised(t('crisis.what', { provoker: seat(crisis.provoker), action: action(crisis.action), victims: seats(crisis.victims) }))}</p>
      <dl className="pn-sides">
        <div><dt>{t('crisis.provokerSide')}</dt><dd><SeatTag seat={crisis.provoker} />{crisis.provokerPatrons.length > 0 && <> {t('crisis.patrons')} <SeatList seats={crisis.provokerPatrons} /></>}</dd></div>
        <div><dt>{t('crisis.victimSide')}</dt><dd><SeatList seats={crisis.victims} />{crisis.victimPatrons.length > 0 && <> {t('crisis.patrons')} <SeatList seats={crisis.victimPatrons} /></>}</dd></div>
      </dl>
      {side && me && (
        <>
          <p>{t('crisis.ask', { clients: client ? seat(client) : seats(crisis.victims) })} <CodexLink id="M12" /></p>
          <div className="pn-two">
            {(['back', 'restrain'] as const).map((pick) => (
              <Button key={pick} className="pn-card-button" isDisabled={busy} aria-pressed={mine === pick} onPress={() => void act({ type: 'pickSide', side: pick })}>
                <strong>{t(`crisis.${pick}`)}</strong>
                <span>{t(`crisis.${pick}.ifBack.${role}`)}</span>
                <span>{t(`crisis.${pick}.ifRestrain.${role}`)}</span>
                {pick === 'restrain' && side.restrainAp > 0 && <span className="pn-effect">{t('crisis.restrainAp', { count: side.restrainAp, number: num(side.restrainAp) })}</span>}
              </Button>
            ))}
          </div>
          <p className="pn-note">{mine ? t('crisis.sealed', { side: t(`crisis.${mine}`) }) : t(`crisis.silence.${side.default}`, { con: num(view.gauges.values.CON) })} <CodexLink id="M13" /></p>
        </>
      )}
      {!side && !crisis.picks && <p>{crisis.mayPick.length > 0 ? <>{t('crisis.awaited')} <SeatList seats={crisis.mayPick} /></> : t('crisis.nobody')} <CodexLink id="M12" /></p>}
      {crisis.picks && <ul className="pn-rows">{Object.entries(crisis.picks).map(([who, pick]) => <li key={who}><SeatTag seat={who} /> {t(`crisis.picked.${pick}`)}</li>)}</ul>}
      <Refused refusal={refused} />
    </div>
  );
}
