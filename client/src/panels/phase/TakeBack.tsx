/** Taking back what was done (with notice) and denying what was only said; both are named and confirmed (CO-6, CO-7, CO-9). */
import { Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SecretChoice, View } from '@concert/shared';
import { Confirm } from '../parts/Confirm.tsx';
import { Fold } from '../parts/Fold.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { toggled } from './secretChoice.ts';

interface Props { readonly view: View; readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function TakeBack({ view, choose, choice, onChange }: Props) {
  const { t, line, clause, num } = useSpeech();
  const rows = (['reversals', 'denials'] as const).flatMap((kind) => choose[kind].map((id) => ({ kind, id, commitment: view.commitments[id] })));
  return (
    <Fold title={t('takeback.title')} note={num(rows.length)} open={choice.reversals.length + choice.denials.length > 0}>
      <ul className="pn-rows">
        {rows.map(({ kind, id, commitment }) => {
          if (!commitment) return null;
          const on = choice[kind].includes(id);
          const flip = () => onChange({ ...choice, [kind]: toggled(choice[kind], id) });
          const free = kind === 'reversals' && commitment.freeReversalUntil !== null && commitment.freeReversalUntil >= view.table.round;
          return (
            <li key={kind + id} className="pn-line">
              <span><strong>{clause(commitment.clause)}</strong><span className="pn-option-body">{line(commitment)}</span></span>
              {on
                ? <span className="pn-row pn-grave-words">{t(`takeback.${kind}.will`)}<Button className="pn-button" onPress={flip}><Undo2 size={15} aria-hidden="true" />{t('takeback.undo')}</Button></span>
                : (
                  <Confirm trigger={t(`takeback.${kind}`)} title={t(`takeback.${kind}.title`, { clause: clause(commitment.clause) })} confirm={t(`takeback.${kind}`)} onConfirm={flip}>
                    <p>{t(free ? 'takeback.reversals.free' : `takeback.${kind}.help`)}</p>
                  </Confirm>
                )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
