/** Unilateral acts: what each costs and does, in words; what is closed to us stays visible with its reason (AC-1, AC-2). */
import type { LegalAction, MeSlice, SecretChoice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { entryOfKey } from '../../codex/entries.ts';
import { useScenario } from '../../store/gameStore.ts';
import { Fold } from '../parts/Fold.tsx';
import { Pick } from '../parts/Pick.tsx';
import { SeatPick } from '../parts/SeatPick.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import { effectsOf } from './actionEffects.ts';
import type { Choose } from './secretChoice.ts';
import { blocks, withAction, withoutAction } from './secretChoice.ts';

interface Props { readonly view: View; readonly me: MeSlice; readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function ActionPicker({ view, me, choose, choice, onChange }: Props) {
  const { t, refusal, action: name, num } = useSpeech();
  const open = choose.actions.filter((legal) => legal.ok);
  const closed = choose.actions.filter((legal) => !legal.ok);
  return (
    <div>
      <h3 className="pn-subtitle">{t('secret.actions')}</h3>
      <p className="pn-note">{t('secret.actionsHelp', { count: choose.maxActions, number: num(choose.maxActions) })}</p>
      {me.jointOffers.map((offer) => (
        <p key={`${offer.from}${offer.action}`} className="pn-callout"><SeatTag seat={offer.from} /> {t('secret.jointOffer', { action: name(offer.action) })}</p>
      ))}
      <ul className="pn-rows">
        {open.map((legal) => {
          const block = blocks(choose, choice, legal.action);
          return <li key={legal.action}><ActionRow view={view} legal={legal} choice={choice} onChange={onChange} me={me} why={block ? refusal({ code: block, params: {} }) : null} /></li>;
        })}
      </ul>
      {closed.length > 0 && (
        <Fold title={t('secret.closed')} note={num(closed.length)} level={4}>
          <ul className="pn-rows">{closed.map((legal) => <li key={legal.action} className="pn-closed"><span>{name(legal.action)}</span><span className="pn-note">{legal.why ? refusal(legal.why) : ''}</span></li>)}</ul>
        </Fold>
      )}
    </div>
  );
}

function ActionRow({ view, legal, choice, onChange, me, why }: { readonly view: View; readonly legal: LegalAction; readonly choice: SecretChoice; readonly onChange: Props['onChange']; readonly me: MeSlice; readonly why: string | null }) {
  const speech = useSpeech();
  const { t, action: name, num, clause } = speech;
  const scenario = useScenario();
  const spec = scenario?.actions.find((action) => action.id === legal.action);
  const picked = choice.actions.find((chosen) => chosen.action === legal.action);
  const announced = view.craft.announced.some((each) => each.seat === me.seat && each.action === legal.action);
  const offered = me.jointOffers.find((offer) => offer.action === legal.action)?.from;
  const entry = entryOfKey(legal.action);
  const start = { action: legal.action, ...(legal.targets[0] ? { target: legal.targets[0] } : {}), ...(legal.partners.length > 0 ? { partner: offered ?? legal.partners[0] ?? '' } : {}), ...(legal.clauses?.[0] ? { clause: legal.clauses[0] } : {}), ...(legal.commitments?.[0] ? { commitment: legal.commitments[0] } : {}) };
  return (
    <div className="pn-act" data-on={picked !== undefined || undefined}>
      <Tick on={picked !== undefined} disabled={why !== null} onChange={(on) => onChange(on ? withAction(choice, start) : withoutAction(choice, legal.action))}>
        <span className="pn-act-head"><strong>{name(legal.action)}</strong><span className="pn-cost">{legal.ap === 0 ? t('secret.free') : t('secret.cost', { count: legal.ap, number: num(legal.ap) })}{spec && spec.ap !== legal.ap && ` ${t('secret.insteadOf', { number: num(spec.ap) })}`}</span></span>
        <span className="pn-option-body">{t(`scenario:action.${legal.action}.text`)}</span>
        {spec && <span className="pn-tags">{effectsOf(spec, speech).map((effect) => <span key={effect.text} className="pn-tag" data-tone={effect.tone}>{effect.text}</span>)}</span>}
        {announced && <span className="pn-sealed">{t('secret.announced')}</span>}
        {why && <span className="pn-note">{why}</span>}
      </Tick>
      {entry && <p className="pn-act-more"><CodexLink id={entry.id}>{t('secret.codex')}</CodexLink></p>}
      {picked && legal.targets.length > 0 && <SeatPick label={t('secret.target')} seats={legal.targets} value={picked.target ?? null} onChange={(target) => onChange(withAction(choice, { ...picked, target }))} />}
      {picked && legal.clauses && <Pick label={t('secret.clause')} value={picked.clause ?? null} onChange={(id) => onChange(withAction(choice, { ...picked, clause: id }))} options={legal.clauses.map((id) => ({ id, name: clause(id) }))} />}
      {picked && legal.commitments && <Pick label={t('secret.held')} value={picked.commitment ?? null} onChange={(id) => onChange(withAction(choice, { ...picked, commitment: id }))} options={legal.commitments.map((id) => ({ id, name: clause(view.commitments[id]?.clause ?? id) }))} />}
      {picked && legal.alone && <Tick on={picked.alone === true} onChange={(on) => { const { alone: _alone, partner, ...rest } = picked; onChange(withAction(choice, on ? { ...rest, alone: true } : { ...rest, ...(partner ?? legal.partners[0] ? { partner: partner ?? legal.partners[0] ?? '' } : {}) })); }}><span>{t('secret.alone')}</span></Tick>}
      {picked && legal.partners.length > 0 && !picked.alone && (
        <>
          <SeatPick label={t('secret.partner')} seats={legal.partners} value={picked.partner ?? null} onChange={(partner) => onChange(withAction(choice, { ...picked, partner }))} />
          <p className="pn-note">{t('secret.partnerHelp')}</p>
        </>
      )}
    </div>
  );
}
