/** Tables inside entries: the states of a promise, and the six endings with what they do to points. */
import { useTranslation } from 'react-i18next';
import { codex } from './entries.ts';

export function LifeFigure() {
  const { t } = useTranslation('codex');
  return (
    <section>
      <h3>{t('part.states')}</h3>
      <dl className="codex-terms">
        {codex.life.map((state) => <div key={state}><dt>{t(`life.${state}`)}</dt><dd>{t(`life.${state}.means`)}</dd></div>)}
      </dl>
    </section>
  );
}

export function TiersFigure() {
  const { t, i18n } = useTranslation('codex');
  const numbers = new Intl.NumberFormat(i18n.language);
  return (
    <table className="codex-tiers">
      <thead><tr><th scope="col">{t('tiers.ending')}</th><th scope="col">{t('tiers.when')}</th><th scope="col" className="num">{t('tiers.factor')}</th></tr></thead>
      <tbody>
        {codex.tiers.map(({ tier, factor }) => (
          <tr key={tier} data-tier={tier}><th scope="row">{t(`ui:tier.${tier}`)}</th><td>{t(`tiers.${tier}`)}</td><td className="num">{t('tiers.times', { factor: numbers.format(Number(factor)) })}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
