/** What we promised and what falls due now: perform or delay; breaking a promise is an act of its own, named and confirmed (CO-3). */
import { TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CommitmentSlice, DueChoice, SecretChoice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { isBreach, withDue } from './secretChoice.ts';

interface Props { readonly view: View; readonly dues: Choose['dues']; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function DuesPicker({ view, dues, choice, onChange }: Props) {
  const { t } = useSpeech();
  return (
    <div>
      <h3 className="pn-subtitle">{t('dues.title')} <CodexLink id="M23" /></h3>
      <p className="pn-note">{t('dues.help')}</p>
      <ul className="pn-rows">
        {dues.map(({ commitment, options }) => {
          const slice = view.commitments[commitment];
          return slice && <li key={commitment}><DueRow commitment={slice} options={options} chosen={choice.dues[commitment] ?? 'perform'} onChange={(due) => onChange(withDue(choice, commitment, due))} /></li>;
        })}
      </ul>
    </div>
  );
}

function DueRow({ commitment, options, chosen, onChange }: { readonly commitment: CommitmentSlice; readonly options: readonly DueChoice[]; readonly chosen: DueChoice; readonly onChange: (due: DueChoice) => void }) {
  const { t, line, clause, num } = useSpeech();
  const [breach, setBreach] = useState<DueChoice | null>(null);
  const index = commitment.tranches.findIndex((tranche) => tranche.state === 'due' || tranche.state === 'late');
  const breaches = options.filter(isBreach);
  const honest = options.filter((option) => !isBreach(option));
  return (
    <div className="pn-due" data-broken={isBreach(chosen) || undefined} data-coach={`due-${commitment.clause}${isBreach(chosen) ? ` due-${commitment.clause}-broken` : ''}`}>
      <p><strong>{clause(commitment.clause)}</strong>{commitment.tranches.length > 1 && <span className="pn-note"> {t('dues.tranche', { n: num(index + 1), of: num(commitment.tranches.length) })}</span>}{commitment.state === 'late' && <span className="pn-tag" data-tone="bad">{t('state.late')}</span>}</p>
      <p className="pn-option-body">{line(commitment)}</p>
      {isBreach(chosen)
        ? (
          <div className="pn-row pn-grave-words"><TriangleAlert size={16} aria-hidden="true" /><span>{t(`dues.will.${chosen}`)}</span>
            <Button className="pn-button" onPress={() => onChange('perform')}><Undo2 size={15} aria-hidden="true" />{t('dues.keep')}</Button>
          </div>
        )
        : (
          <>
            <Choice compact hideLabel label={t('dues.label', { clause: clause(commitment.clause) })} value={chosen} onChange={(id) => onChange(id as DueChoice)}
              options={honest.map((option) => ({ id: option, title: t(`dues.${option}`) }))} />
            {chosen === 'delay' && <p className="pn-note">{t(commitment.state === 'late' ? 'dues.delayAgain' : 'dues.delayHelp')}</p>}
            {breaches.length > 0 && (
              <span data-coach={`break-${commitment.clause}`}><Confirm trigger={t('dues.break')} title={t('dues.breakTitle', { clause: clause(commitment.clause) })} confirm={t('dues.breakConfirm')} onConfirm={() => onChange(breach ?? breaches[0] ?? 'perform')}>
                <p>{t('dues.breakHelp')}</p>
                <Choice label={t('dues.how')} value={breach ?? breaches[0] ?? null} onChange={(id) => setBreach(id as DueChoice)} options={breaches.map((option) => ({ id: option, title: t(`dues.${option}`), body: t(`dues.${option}.help`), tone: 'grave' as const }))} />
              </Confirm></span>
            )}
          </>
        )}
    </div>
  );
}
