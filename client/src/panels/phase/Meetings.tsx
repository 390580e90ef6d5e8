/** Bilateral talks: whom we invite, who asks for us, who sits with whom; that two met is public, what they say is not. */
import { Button } from 'react-aria-components';
import type { LegalSlice, View } from '@concert/shared';
import { Refused } from '../parts/Refused.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';
import { useFocus } from '../focus.ts';

export function Meetings({ view, meet }: { readonly view: View; readonly meet: LegalSlice['meet'] }) {
  const { t, seat: name, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const { me, table } = view;
  const focus = useFocus();
  const asked = me ? me.invitations.filter((invitation) => invitation.from === me.seat) : [];
  const received = me ? me.invitations.filter((invitation) => invitation.to === me.seat) : [];
  // Meetings of the running slot are known to others only when it ends (VI).
  const { meetings } = table;
  return (
    <div className="pn-block">
      {meet?.with && (
        <div className="pn-callout">
          <p>{t('meet.with', { seat: name(meet.with) })}</p>
          <div className="pn-row">
            <Button className="pn-button" onPress={() => focus.show('channels', { seats: [meet.with ?? ''] })}>{t('meet.talk')}</Button>
            <Button className="pn-button" onPress={() => focus.show('composer')}>{t('meet.draft')}</Button>
          </div>
        </div>
      )}
      {received.length > 0 && (
        <ul className="pn-rows" aria-label={t('meet.received')}>
          {received.map(({ from }) => (
            <li key={from} className="pn-line">
              <span><SeatTag seat={from} /> {t('meet.asks')}</span>
              <span className="pn-row">
                <Button data-coach="accept" className={received.length === 1 ? 'pn-button pn-primary' : 'pn-button'} isDisabled={busy || !meet?.accept.includes(from)} onPress={() => void act({ type: 'acceptInvite', from })} aria-label={t('meet.acceptOf', { seat: name(from) })}>{t('meet.accept')}</Button>
                <Button className="pn-button pn-quiet" isDisabled={busy} onPress={() => void act({ type: 'declineInvite', from })} aria-label={t('meet.declineOf', { seat: name(from) })}>{t('meet.decline')}</Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {asked.map(({ to }) => <p key={to} className="pn-sealed">{t('meet.asked', { seat: name(to) })}</p>)}
      {meet && meet.invite.length > 0 && (
        <div>
          <h3 className="pn-label">{t('meet.invite')}</h3>
          <div className="pn-row">
            {meet.invite.map((to) => (
              <Button key={to} className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'invite', to })} aria-label={t('meet.inviteOf', { seat: name(to) })}><SeatTag seat={to} /></Button>
            ))}
          </div>
        </div>
      )}
      {meet && !meet.with && asked.length === 0 && received.length === 0 && meet.invite.length === 0 && <p className="pn-note">{t('meet.nobodyFree')}</p>}
      <h3 className="pn-label">{t('meet.who')}</h3>
      {meetings.length > 0
        ? <ul className="pn-rows">{meetings.map((m) => <li key={`${m.slot}${m.a}${m.b}`} className="pn-pair"><span className="pn-note">{t('relations.slot', { n: num(m.slot) })}</span><SeatTag seat={m.a} /> <span aria-hidden="true">↔</span> <SeatTag seat={m.b} /></li>)}</ul>
        : <p className="pn-note">{t('meet.none')}</p>}
      <Refused refusal={refused} />
    </div>
  );
}
