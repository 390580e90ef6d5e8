/** The part of a brief for one delegation's eyes: instructions it may be dealt, the price of its red line, its trust, and a sheet for what clauses are worth. */
import { useTranslation } from 'react-i18next';
import { Box, Lines, Sheet } from './Sheet.tsx';
import { playedAt } from './parties.ts';
import { usePack } from './packContext.ts';

const STEPS = 5;

export function SecretBrief({ seat }: { readonly seat: string }) {
  const { t } = useTranslation('pack');
  const { facts, level } = usePack();
  const spec = facts.seats.find(({ id }) => id === seat);
  const mandates = playedAt(level, 'standard') || facts.pinned.includes('mandates') ? facts.mandates.filter((mandate) => mandate.seat === seat) : [];
  const trust = facts.seats.filter(({ id }) => id !== seat).map(({ id }) => ({ id, value: facts.trust[`${seat}-${id}`] ?? facts.trust[`${id}-${seat}`] ?? null })).filter((pair) => pair.value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return (
    <Sheet part="secret" secret seat={seat} title={t(`scenario:seat.${seat}.long`)} lead={t('secret.lead')}>
      {mandates.length > 0 && (
        <section><h3>{t('secret.mandates')}</h3><p>{t('secret.mandates.help', { count: mandates.length, worth: facts.mandateWorth })}</p>
          <ul className="pack-mandates">{mandates.map(({ id }) => <li key={id}><Box /><div><strong>{t(`scenario:mandate.${id}`)}</strong><p>{t(`scenario:mandate.${id}.text`)}</p></div></li>)}</ul>
        </section>
      )}
      <div className="pack-two">
        <div>
          <section><h3>{t('secret.line')}</h3><RedLinePrice seat={seat} /></section>
          <section><h3>{t('secret.home')}</h3><p>{t('secret.home.text', { value: spec?.ds ?? 0 })}</p></section>
        </div>
        <section><h3>{t('secret.trust')}</h3><p>{t('secret.trust.help')}</p>
          <table className="pack-table"><tbody>{trust.map(({ id, value }) => <tr key={id}><th scope="row">{t(`scenario:seat.${id}.name`)}</th><td className="pack-meter"><span aria-hidden="true"><i style={{ inlineSize: `${value ?? 0}%` }} /></span></td><td className="num">{value}</td></tr>)}</tbody></table>
        </section>
      </div>
      <section><h3>{t('secret.plan')}</h3><ol className="pack-ask">{['first', 'price', 'never', 'whom'].map((id) => <li key={id}>{t(`secret.plan.${id}`)}<Lines count={2} /></li>)}</ol></section>
    </Sheet>
  );
}

/** RL-6 in words. */
function RedLinePrice({ seat }: { readonly seat: string }) {
  const { t, i18n } = useTranslation('pack');
  const { facts, level: rules } = usePack();
  const spec = facts.seats.find(({ id }) => id === seat);
  if (!spec || spec.redLine === null) return <p>{t('secret.line.none')}</p>;
  const { hawkishFrom, hawkishDs, dovishTo, dovishDs, perLevel } = spec.redLineCost;
  const level = (n: number): string => `${t(`scenario:level.${n}`)} (${n})`;
  const free = perLevel === null;
  return (
    <ul className="pack-list">
      {hawkishFrom !== null && <li>{t('secret.line.firm', { level: level(hawkishFrom), count: hawkishDs })}</li>}
      {dovishTo !== null && <li>{t('secret.line.soft', { level: level(dovishTo), count: Math.abs(dovishDs) })}</li>}
      {perLevel !== null && <li>{t(perLevel.per === 1 ? 'secret.line.each' : 'secret.line.every', { count: perLevel.n, per: perLevel.per, level: level(perLevel.above) })}{perLevel.cabinets && ` ${t('secret.line.under', { cabinet: new Intl.ListFormat(i18n.language).format(perLevel.cabinets.map((id) => t(`scenario:cabinet.${id}`))) })}`}</li>}
      {free && hawkishFrom === null && dovishTo === null && <li>{t('secret.line.free')}</li>}
      <li>{t(spec.canLeak && playedAt(rules, 'standard') ? 'secret.line.leak' : 'secret.line.noLeak')}</li>
    </ul>
  );
}

/** What every clause is worth, to be marked by hand from the screen: exact numbers are the table's secret. */
export function WorthSheet({ seat }: { readonly seat: string }) {
  const { t } = useTranslation('pack');
  const { facts } = usePack();
  const subjects = [...new Set(facts.clauses.map(({ category }) => category))];
  return (
    <Sheet part="secret" secret seat={seat} title={t('worth.title')} lead={t('worth.lead')}>
      <div className="pack-worth">{subjects.map((subject) => (
        <table key={subject} className="pack-marks"><caption>{t(`scenario:category.${subject}`)}</caption>
          <thead><tr><th scope="col"><span className="sr">{t('worth.clause')}</span></th>{Array.from({ length: STEPS }, (_, i) => <th key={i} scope="col">{t(`worth.step.${i}`)}</th>)}</tr></thead>
          <tbody>{facts.clauses.filter(({ category }) => category === subject).map(({ id }) => <tr key={id}><th scope="row"><small>{id}</small> {t(`scenario:clause.${id}.name`)}</th>{Array.from({ length: STEPS }, (_, i) => <td key={i}><Box /></td>)}</tr>)}</tbody>
        </table>
      ))}</div>
    </Sheet>
  );
}
