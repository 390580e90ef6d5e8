/** The part of a delegation's brief that may lie open on the table: who it is, whom it stands with, what it can give and do. */
import { useTranslation } from 'react-i18next';
import { Lines, Sheet } from './Sheet.tsx';
import { gives, playedAt, receives, type PublicClause } from './parties.ts';
import { usePack } from './packContext.ts';

export function RoleBrief({ seat }: { readonly seat: string }) {
  const { t, i18n } = useTranslation('pack');
  const { facts, level, scenario, offices } = usePack();
  const spec = facts.seats.find(({ id }) => id === seat);
  const names = (ids: readonly string[]): string => new Intl.ListFormat(i18n.language).format(ids.map((id) => t(`scenario:seat.${id}.name`)));
  const allies = facts.allies.filter((pair) => pair.includes(seat)).map(([a, b]) => (a === seat ? b : a) as string);
  const clients = facts.patrons.filter(({ patron }) => patron === seat).map(({ client }) => client);
  const patrons = facts.patrons.filter(({ client }) => client === seat).map(({ patron }) => patron);
  const acts = facts.actions.filter((action) => action.who.includes(seat) && playedAt(level, action.level));
  const own = `scenario:seat.${seat}.brief.${scenario}`;
  return (
    <Sheet part="public" seat={seat} title={t(`scenario:seat.${seat}.long`)} lead={t('public.lead', { capital: t(`scenario:seat.${seat}.capital`) })}>
      <p className="pack-brief">{t(i18n.exists(own) ? own : `scenario:seat.${seat}.brief`)}</p>
      <dl className="pack-facts">
        <div><dt>{t('public.kind')}</dt><dd>{t(`public.kind.${spec?.kind ?? 'power'}`)}{facts.chair === seat && ` ${t('public.chair')}`}</dd></div>
        {allies.length > 0 && <div><dt>{t('public.allies')}</dt><dd>{names(allies)}</dd></div>}
        {clients.length > 0 && <div><dt>{t('public.clients')}</dt><dd>{t('public.clients.mean', { seats: names(clients) })}</dd></div>}
        {patrons.length > 0 && <div><dt>{t('public.patrons')}</dt><dd>{t('public.patrons.mean', { seats: names(patrons) })}</dd></div>}
        <div><dt>{t('public.line')}</dt><dd>{spec?.redLine == null ? t('public.line.none') : `${t(`scenario:level.${spec.redLine}`)} (${spec.redLine})`}</dd></div>
      </dl>
      <div className="pack-two">
        <section><h3>{t('public.gives')}</h3><Clauses of={facts.clauses.filter((clause) => gives(clause, seat))} /></section>
        <section><h3>{t('public.gets')}</h3><Clauses of={facts.clauses.filter((clause) => receives(clause, seat))} /></section>
      </div>
      <section><h3>{t('public.acts')}</h3><p className="pack-flow">{acts.map((action, i) => <span key={action.id}>{t(`scenario:action.${action.id}.name`)}<small>{t('points', { count: action.ap })}</small>{i < acts.length - 1 && ' · '}</span>)}</p></section>
      {offices.length > 0 && (
        <section><h3>{t('public.offices')}</h3>
          <table className="pack-table"><tbody>{offices.map((office) => <tr key={office}><th scope="row">{t(`scenario:office.${office}`)}</th><td>{t(`scenario:office.${office}.does`)}</td><td className="pack-blank"><span className="sr">{t('public.name')}</span></td></tr>)}</tbody></table>
        </section>
      )}
      {offices.length === 0 && <section><h3>{t('public.notes')}</h3><Lines count={4} /></section>}
    </Sheet>
  );
}

/** Clause names under their subject. */
function Clauses({ of }: { readonly of: readonly PublicClause[] }) {
  const { t } = useTranslation('pack');
  const subjects = [...new Set(of.map(({ category }) => category))];
  if (of.length === 0) return <p>{t('public.nothing')}</p>;
  return <ul className="pack-clauses">{subjects.map((subject) => <li key={subject}><strong>{t(`scenario:category.${subject}`)}</strong> {of.filter(({ category }) => category === subject).map(({ id }) => t(`scenario:clause.${id}.name`)).join(' · ')}</li>)}</ul>;
}
