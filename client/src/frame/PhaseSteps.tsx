/** Where the round stands: its phases in order, the running one in words. */
import { useTranslation } from 'react-i18next';
import { useMatch } from './useMatch.ts';

const STEPS = ['dawn', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'reveal'] as const;
const STEP_OF: Readonly<Record<string, (typeof STEPS)[number]>> = { brief: 'dawn', hotline: 'crisis' };

export function PhaseSteps() {
  const { t } = useTranslation('frame');
  const { table } = useMatch().view;
  const current = STEP_OF[table.phase] ?? table.phase;
  const at = STEPS.indexOf(current as (typeof STEPS)[number]);
  return (
    <ol className="steps" aria-label={t('phases')}>
      {STEPS.map((step, index) => (
        <li key={step} className={index < at ? 'step step-done' : index === at ? 'step step-now' : 'step'} aria-current={index === at ? 'step' : undefined}>
          <span className="step-name">{t(`phase.${step}`)}{step === 'bilateral' && index === at ? ` ${table.slot}/${table.slots}` : ''}</span>
        </li>
      ))}
    </ol>
  );
}
