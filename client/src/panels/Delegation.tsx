/** Our own side of the table: support at home, action points, national points and their terms, instructions, promises, red line. */
import { useRecorded, useSeat, useScenario, useView } from '../store/gameStore.ts';
import { CodexLink } from '../codex/CodexLink.tsx';
import { CommitmentCard } from './ledger/CommitmentCard.tsx';
import { select } from './ledger/select.ts';
import './panels.css';
import { OwnDelegation } from '../seminar/TableTools.tsx';
import { Empty } from './parts/Empty.tsx';
import { Fold } from './parts/Fold.tsx';
import { SeatTag } from './parts/SeatTag.tsx';
import { usePlays } from './plays.ts';
import { Secrets } from './statecraft/Secrets.tsx';
import { useSpeech } from './speech.ts';

export default function Delegation() {
  const view = useView();
  const seat = useSeat();
  const recorded = useRecorded();
  const scenario = useScenario();
  const { t, num, signed, has, term: tell } = useSpeech();
  const plays = usePlays();
  if (!view) return null;
  const { me } = view;

  const spec = scenario?.seats.find((other) => other.id === seat);
  const slice = seat ? view.seats[seat] : undefined;
  const due = select(Object.values(view.commitments), 'due', seat);
  return (
    <section className="pn-panel" aria-labelledby="pn-delegation-title">
      <h2 id="pn-delegation-title" className="pn-hidden">{t('delegation.title')}</h2>
      {!me || !seat || !slice
        ? <Empty>{t(recorded ? 'replay:delegation.choose' : 'delegation.spectator')}</Empty>
        : (
          <>
            <p className="pn-lead"><SeatTag seat={seat} /> <span className="pn-note">{t(`scenario:seat.${seat}.long`)}</span></p>
            <dl className="pn-figures">
              <Figure name={t('delegation.ds')} value={num(me.ds)} note={t(`band.ds.${slice.dsBand}`)} />
              <Figure name={t('delegation.ap')} value={num(me.ap)} note={t('delegation.apNote')} />
              <Figure name={t('delegation.n')} value={num(me.n)} note={t('delegation.par', { par: num(slice.par) })} />
              {slice.redLine !== null && <Figure name={t('delegation.redLine')} value={num(slice.redLine)} note={t(`scenario:level.${slice.redLine}`)} />}
            </dl>
            <OwnDelegation />
            <p className="pn-note">{t('delegation.dsHelp')} <CodexLink id="M22" /></p>
            {plays('M22') && me.ds < 30 && <p className="pn-callout">{t('delegation.weak')}</p>}
            {slice.redLine !== null && spec?.canLeak && me.enforcement < slice.redLine && <p className="pn-callout">{t('delegation.leak', { level: num(me.enforcement) })}</p>}
            {slice.cabinet && <p><strong>{t(`scenario:cabinet.${slice.cabinet}`)}.</strong> {t(`scenario:cabinet.${slice.cabinet}.help`)}</p>}
            {me.mandate && (
              <div className="pn-block">
                <h3 className="pn-subtitle">{t('delegation.mandate')}</h3>
                <p><strong>{t(`scenario:mandate.${me.mandate}`)}</strong></p>
                <p>{t(`scenario:mandate.${me.mandate}.text`)}</p>
                <p className="pn-note">{t('delegation.mandateHelp', { worth: num(scenario?.mandateWorth ?? 0) })}</p>
              </div>
            )}
            <Secrets me={me} view={view} />
            <div className="pn-block">
              <h3 className="pn-subtitle">{t('delegation.due')}</h3>
              {due.length > 0 ? due.map((commitment) => <CommitmentCard key={commitment.id} commitment={commitment} view={view} />) : <p className="pn-note">{t('delegation.dueNone')}</p>}
            </div>
            <Fold title={t('delegation.terms')} note={signed(me.nTerms.reduce((all, term) => all + term.value, 0))}>
              {me.nTerms.length > 0
                ? <ul className="pn-terms-list">{me.nTerms.map((term, i) => <li key={i}><span>{tell(term)}</span><span className="pn-figure">{signed(term.value)}</span></li>)}</ul>
                : <p className="pn-note">{t('delegation.termsNone')}</p>}
              <p className="pn-note">{t('delegation.termsHelp')}</p>
            </Fold>
            <Fold title={t('delegation.brief')} open={view.table.round <= 1}><p>{t(has(`scenario:seat.${seat}.brief.${view.table.scenario}`) ? `scenario:seat.${seat}.brief.${view.table.scenario}` : `scenario:seat.${seat}.brief`)}</p></Fold>
          </>
        )}
    </section>
  );
}

function Figure({ name, value, note }: { readonly name: string; readonly value: string; readonly note: string }) {
  return <div><dt>{name}</dt><dd><span className="pn-figure">{value}</span> <span className="pn-note">{note}</span></dd></div>;
}
