/** Decision slips of one delegation for a class without screens: the red line, the secret decision, the side in a crisis. One sheet a round, handed to the desk. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Box, Sheet } from './Sheet.tsx';
import { playedAt } from './parties.ts';
import { usePack } from './packContext.ts';

const LEVELS = [0, 1, 2, 3, 4] as const;
const DUES = ['perform', 'delay', 'withhold', 'feign'] as const;
const DUE_LINES = 4;

export function PaperSheet({ seat }: { readonly seat: string }) {
  const { t } = useTranslation('pack');
  const { facts, level } = usePack();
  const spec = facts.seats.find(({ id }) => id === seat);
  const acts = facts.actions.filter((action) => action.who.includes(seat) && playedAt(level, action.level));
  const patron = facts.patrons.some((pair) => pair.patron === seat);
  const slip = (id: 'line' | 'secret' | 'side', children: ReactNode): ReactNode => (
    <section className="pack-slip"><h3>{t(`paper.${id}`)}</h3>{children}
      <p className="pack-fill">{t('paper.seat', { seat: t(`scenario:seat.${seat}.name`) })} · {t('observer.table')} <span /> {t('paper.round')} <span /> {t('paper.signed')} <span data-long /></p></section>
  );
  return (
    <Sheet part="paper" seat={seat} title={t('paper.title', { seat: t(`scenario:seat.${seat}.name`) })} lead={t('paper.lead')}>
      {spec?.redLine !== null && slip('line', <ul className="pack-choices">{LEVELS.map((n) => <li key={n}><Box /><span><strong>{n} · {t(`scenario:level.${n}`)}</strong> {t(`scenario:level.${n}.help`)}</span></li>)}</ul>)}
      {slip('secret', (
        <>
          <p>{t('paper.acts')}</p>
          <ul className="pack-acts">{acts.map((action) => <li key={action.id}><Box /><span>{t(`scenario:action.${action.id}.name`)} <small>{t('points', { count: action.ap })}</small>{(action.target !== undefined || action.joint) && <> {t(action.joint ? 'paper.with' : 'paper.toward')} <i className="pack-gap" /></>}</span></li>)}</ul>
          {spec?.canLeak && playedAt(level, 'standard') && <p className="pack-tick"><Box /> {t('paper.leak')}</p>}
          <table className="pack-table pack-dues"><thead><tr><th scope="col">{t('paper.due')}</th>{DUES.map((id) => <th key={id} scope="col">{t(`rules.dues.${id}`)}</th>)}</tr></thead>
            <tbody>{Array.from({ length: DUE_LINES }, (_, i) => <tr key={i}><td className="pack-blank" />{DUES.map((id) => <td key={id}><Box /></td>)}</tr>)}</tbody></table>
          <p className="pack-fill">{t('paper.other')} <span data-wide /></p>
        </>
      ))}
      {patron && slip('side', <><p>{t('paper.side.help')}</p><ul className="pack-choices pack-row">{(['back', 'restrain'] as const).map((side) => <li key={side}><Box /><strong>{t(`seminar:act.pickSide.${side}`)}</strong></li>)}</ul></>)}
    </Sheet>
  );
}
