/** Remedies of events: what may be paid now so that a blow from outside does less harm. */
import type { SecretChoice, View } from '@concert/shared';
import { Choice } from '../parts/Choice.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { apSpent } from './secretChoice.ts';

interface Props { readonly view: View; readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function RemedyPicker({ view, choose, choice, onChange }: Props) {
  const { t, clause, num, signed } = useSpeech();
  const left = choose.ap - apSpent(choose, choice);
  return (
    <div>
      <h3 className="pn-subtitle">{t('remedy.title')}</h3>
      <ul className="pn-rows">
        {choose.remedies.map((remedy) => {
          const picked = choice.remedies.find((chosen) => chosen.event === remedy.event);
          const rest = choice.remedies.filter((chosen) => chosen.event !== remedy.event);
          const first = remedy.commitments[0];
          return (
            <li key={remedy.event}>
              <Tick on={picked !== undefined} disabled={!picked && remedy.ap > left} onChange={(on) => onChange({ ...choice, remedies: on ? [...rest, { event: remedy.event, ...(first ? { commitment: first } : {}), ...(remedy.options?.[0] ? { option: remedy.options[0] } : {}) }] : rest })}>
                <strong>{t(`scenario:event.${remedy.event}.name`)}</strong>
                <span className="pn-option-body">{t(`scenario:event.${remedy.event}.remedy`)}</span>
                <span className="pn-tags">
                  {remedy.ap > 0 && <span className="pn-tag">{t('secret.cost', { count: remedy.ap, number: num(remedy.ap) })}</span>}
                  {remedy.ds !== 0 && <span className="pn-tag">{t('effect.ds', { value: signed(remedy.ds) })}</span>}
                </span>
              </Tick>
              {picked && remedy.commitments.length > 1 && (
                <Choice label={t('remedy.which')} value={picked.commitment ?? null} onChange={(commitment) => onChange({ ...choice, remedies: [...rest, { event: remedy.event, commitment }] })}
                  options={remedy.commitments.map((id) => ({ id, title: clause(view.commitments[id]?.clause ?? id) }))} />
              )}
              {picked && remedy.options && (
                <Choice label={t('remedy.option')} value={picked.option ?? null} onChange={(option) => onChange({ ...choice, remedies: [...rest, { event: remedy.event, option }] })}
                  options={remedy.options.map((id) => ({ id, title: t(`scenario:event.${remedy.event}.option.${id}`) }))} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
