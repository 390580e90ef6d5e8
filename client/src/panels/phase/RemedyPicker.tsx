/** Remedies of events: what may be paid now so that a blow from outside does less harm. */
import type { SecretChoice, View } from '@concert/shared';
import { capitalised } from '../../i18n/sentence.ts';
import { Choice } from '../parts/Choice.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { apSpent } from './secretChoice.ts';

interface Props { readonly view: View; readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function RemedyPicker({ view, choose, choice, onChange }: Props) {
  const { t, clause, num, signed, has } = useSpeech();
  const left = choose.ap - apSpent(choose, choice);
  return (
    <div>
      <h3 className="pn-subtitle">{t('remedy.title')}</h3>
      <ul className="pn-rows">
        {choose.remedies.map((remedy) => {
          const picked = choice.remedies.find((chosen) => chosen.event === remedy.event);
          const rest = choice.remedies.filter((chosen) => chosen.event !== remedy.event);
          const first = remedy.commitments[0];
          const { event } = remedy;
          const words = <><strong>{t(`scenario:event.${event}.name`)}</strong><span className="pn-option-body">{t(has(`scenario:event.${event}.remedy`) ? `scenario:event.${event}.remedy` : `scenario:event.${event}.text`)}</span></>;
          return (
            <li key={event} className="pn-block">
              {remedy.options
                ? (
                  <div className="pn-act pn-tick-words">{words}
                    <Choice compact hideLabel label={t('remedy.option', { event: t(`scenario:event.${event}.name`) })} value={picked?.option ?? null} onChange={(option) => onChange({ ...choice, remedies: [...rest, { event, option }] })}
                      options={remedy.options.map((id) => ({ id, title: capitalised(t(`scenario:event.${event}.option.${id}`)) }))} />
                  </div>
                )
                : (
                  <Tick on={picked !== undefined} disabled={!picked && remedy.ap > left} onChange={(on) => onChange({ ...choice, remedies: on ? [...rest, { event, ...(first ? { commitment: first } : {}) }] : rest })}>
                    {words}
                    <span className="pn-tags">
                      {remedy.ap > 0 && <span className="pn-tag">{t('secret.cost', { count: remedy.ap, number: num(remedy.ap) })}</span>}
                      {remedy.ds !== 0 && <span className="pn-tag">{t('effect.ds', { value: signed(remedy.ds) })}</span>}
                    </span>
                  </Tick>
                )}
              {picked && remedy.commitments.length > 1 && (
                <Choice label={t('remedy.which')} value={picked.commitment ?? null} onChange={(commitment) => onChange({ ...choice, remedies: [...rest, { event, commitment }] })}
                  options={remedy.commitments.map((id) => ({ id, title: clause(view.commitments[id]?.clause ?? id) }))} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
