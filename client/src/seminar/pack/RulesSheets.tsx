/** The rules for a student on two pages: the round, words and deeds, the crisis, the gauges, the end, the score. */
import { useTranslation } from 'react-i18next';
import { PLANS } from '@concert/shared/protocol/seminar';
import { codex } from '../../codex/entries.ts';
import { playedAt } from './parties.ts';
import { Sheet } from './Sheet.tsx';
import { usePack } from './packContext.ts';

const PHASES = ['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'reveal'] as const;
const GAUGES = ['TEN', 'BLOC', 'CON', 'W', 'D', 'VAL', 'PRO', 'INST', 'V'] as const;
const DUES = ['perform', 'delay', 'withhold', 'feign'] as const;
const SIDES = ['bothBack', 'provokerBacked', 'victimBacked', 'bothRestrain'] as const;

export function RulesSheets() {
  const { t } = useTranslation('pack');
  const { facts, level, plan } = usePack();
  const numbers = { rounds: Math.min(PLANS[plan].rounds, facts.rounds), brink: facts.brink, war: facts.war, mandate: facts.mandateWorth, top: facts.clock.max, every: facts.clock.every, slots: facts.bilateralSlots, chair: t(`scenario:seat.${facts.chair}.the`), proliferator: t(`scenario:seat.${facts.proliferator}.the`) };
  const say = (key: string): string => t(key, numbers);
  const phases = level === 'core' ? PHASES.filter((phase) => phase !== 'brief') : PHASES;
  return (
    <>
      <Sheet part="rules" title={t('rules.title')} lead={say('rules.lead')}>
        <div className="pack-columns">
          <section><h3>{t('rules.round')}</h3><dl className="pack-steps">{phases.map((phase) => <div key={phase}><dt>{t(`ui:phase.${phase}`)}</dt><dd>{say(`rules.phase.${phase}`)}</dd></div>)}</dl></section>
          <section><h3>{t('rules.means')}</h3><p>{say('rules.means.text')}</p></section>
          <section><h3>{t('rules.text')}</h3>{['make', 'sign', 'mode', 'due'].map((id) => <p key={id}>{say(`rules.text.${id}`)}</p>)}</section>
          <section><h3>{t('rules.dues')}</h3><dl className="pack-steps">{DUES.map((id) => <div key={id}><dt>{t(`rules.dues.${id}`)}</dt><dd>{t(`rules.dues.${id}.text`)}</dd></div>)}</dl><p>{t('rules.dues.back')}</p></section>
          <section><h3>{t('rules.line')}</h3><p>{say('rules.line.text')}{playedAt(level, 'standard') && ` ${t('rules.line.leak')}`}</p></section>
        </div>
      </Sheet>
      <Sheet part="rules" title={t('rules.title2')}>
        <div className="pack-columns">
          <section><h3>{t('rules.crisis')}</h3><p>{say('rules.crisis.text')}</p>
            <table className="pack-table"><tbody>{SIDES.map((id) => <tr key={id}><th scope="row">{t(`rules.crisis.${id}`)}</th><td>{t(`rules.crisis.${id}.text`)}</td></tr>)}</tbody></table>
            <p>{say('rules.crisis.silence')}</p></section>
          <section><h3>{t('rules.gauges')}</h3><dl className="pack-steps">{GAUGES.map((id) => <div key={id}><dt>{t(`frame:gauge.${id}`)}</dt><dd>{say(`rules.gauge.${id}`)}</dd></div>)}</dl></section>
          <section><h3>{t('rules.trust')}</h3><p>{t('rules.trust.text')}</p></section>
          <section><h3>{t('rules.home')}</h3><p>{t('rules.home.text')}</p></section>
          <section><h3>{t('rules.break')}</h3><p>{say('rules.break.text')}</p></section>
          <section><h3>{t('rules.end')}</h3><p>{t('rules.end.text')}</p>
            <table className="pack-table"><thead><tr><th scope="col">{t('rules.end.how')}</th><th scope="col">{t('rules.end.if')}</th><th scope="col" className="num">{t('rules.end.times')}</th></tr></thead>
              <tbody>{codex.tiers.map(({ tier, factor }) => <tr key={tier}><th scope="row">{t(`ui:tier.${tier}`)}</th><td>{say(`rules.tier.${tier}`)}</td><td className="num">{factor}</td></tr>)}</tbody></table></section>
          <section><h3>{t('rules.score')}</h3><p>{say('rules.score.text')}</p><p>{t('rules.score.crowns')}</p></section>
          <section><h3>{t('rules.level')}</h3><p>{t(`rules.level.${level}`)}</p></section>
        </div>
      </Sheet>
    </>
  );
}
