/** Which step of the reveal the class is at, and what to do with it. */
import { useTranslation } from 'react-i18next';
import { REVEAL_STEPS, type RevealStep } from '@concert/shared/protocol/seminar';

export function StepHead({ step }: { readonly step: RevealStep }) {
  const { t } = useTranslation('seminar');
  return <header className="report-steps"><p className="eyebrow">{t('guide.at', { n: REVEAL_STEPS.indexOf(step) + 1, all: REVEAL_STEPS.length })}</p><h2>{t(`step.${step}`)}</h2><p>{t(`step.${step}.ask`)}</p></header>;
}
