/** Threats in the bud that we know of: how far they have grown, whom we may tell, and what we pledge to remove them (M19, BU). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Pick } from '../parts/Pick.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatList, SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

/** BU-1: past it the threat comes true. */
const LAST_STAGE = 3;

export function Buds({ view }: { readonly view: View }) {
  const { num, t } = useSpeech();
  const growing = view.craft.buds.filter((bud) => bud.state === 'growing');
  if (growing.length === 0) return null;
  const ripe = growing.filter((bud) => bud.stage >= LAST_STAGE);
  const ours = ripe.some((bud) => view.legal?.craft.pledge.some((each) => each.event === bud.event && each.most > 0));
  return (
    <Fold title={<>{t('craft.bud.title')} <CodexLink id="M19" /></>} note={ripe.length > 0 ? t('craft.bud.ripeCount', { count: ripe.length, number: num(ripe.length) }) : num(growing.length)} open={ours} id="bud">
      {growing.map((bud) => <BudCard key={bud.event} view={view} bud={bud} />)}
      <p className="pn-note">{t('craft.bud.help')}</p>
    </Fold>
  );
}

function BudCard({ view, bud }: { readonly view: View; readonly bud: View['craft']['buds'][number] }) {
  const { t, num, has, seat } = useSpeech();
  const { act, busy, refused } = useAct();
  const craft = view.legal?.craft;
  const pledge = craft?.pledge.find((each) => each.event === bud.event);
  const share = craft?.shareBuds.find((each) => each.event === bud.event);
  const [ap, setAp] = useState(String(pledge?.own ?? 0));
  return (
    <div className="pn-callout">
      <p><strong>{t(`scenario:event.${bud.event}.name`)}</strong> <span className="pn-steps" aria-hidden="true">{[1, 2, 3].map((n) => <i key={n} data-on={n <= bud.stage || undefined} />)}</span> <span className="pn-note">{t('craft.bud.stage', { stage: num(bud.stage) })}</span></p>
      <p className="pn-option-body">{t(`scenario:event.${bud.event}.text`)}</p>
      {has(`scenario:event.${bud.event}.remedy`) && <p className="pn-option-body"><strong>{t('craft.bud.remedy')}</strong> {t(`scenario:event.${bud.event}.remedy`)}</p>}
      {!pledge && <p className="pn-option-body">{t('craft.bud.later', { count: bud.need, need: num(bud.need) })}</p>}
      {bud.stage >= LAST_STAGE && <p className="pn-grave-words">{t('craft.bud.ripe')}</p>}
      <div className="pn-facts"><span className="pn-label">{bud.public ? t('craft.bud.public') : t('craft.bud.knownTo')}</span>{!bud.public && <SeatList seats={bud.knownTo} short />}</div>
      {pledge && pledge.most > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.bud.pledge', { need: num(pledge.need), least: num(pledge.least) })} value={ap} onChange={setAp} options={Array.from({ length: pledge.most + 1 }, (_, i) => ({ id: String(i), name: t('craft.bud.ap', { count: i, number: num(i) }) }))} />
          <Button className="pn-button" isDisabled={busy || Number(ap) === pledge.own} onPress={() => void act({ type: 'pledge', event: bud.event, ap: Number(ap) })}>{t('craft.bud.promise')}</Button>
          {pledge.own > 0 && <span className="pn-sealed">{t('craft.bud.own', { number: num(pledge.own) })}</span>}
          {pledge.must.length > 0 && <p className="pn-note">{t('craft.bud.must')} <SeatList seats={pledge.must} short /></p>}
        </div>
      )}
      {share && share.with.length > 0 && (
        <div className="pn-row"><span className="pn-label">{t('craft.bud.tell')}</span>
          {share.with.map((to) => <Button key={to} className="pn-button" isDisabled={busy} aria-label={t('craft.bud.tellOf', { seat: seat(to) })} onPress={() => void act({ type: 'shareBud', event: bud.event, with: to })}><SeatTag seat={to} short /></Button>)}
        </div>
      )}
      <Refused refusal={refused} />
    </div>
  );
}
