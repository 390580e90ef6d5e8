/** One promise: who owes what to whom, its tranches as steps, when it falls due and on what it waits. */
import type { CommitmentSlice, LineOptions, SeatId, View } from '@concert/shared';
import { SeatList } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { StateMark } from './StateMark.tsx';

interface Props { readonly commitment: CommitmentSlice; readonly givers?: readonly SeatId[]; readonly view: View }
export function CommitmentCard({ commitment, givers = [commitment.giver], view }: Props) {
  const receivers = commitment.receivers.filter((who) => !givers.includes(who));
  const { t, clause, line, num, seat, list } = useSpeech();
  const after = commitment.after ? view.commitments[commitment.after] : undefined;
  const tied = [...new Set((commitment.escrowWith ?? []).flatMap((id) => { const other = view.commitments[id]; return other ? [clause(other.clause)] : []; }))];
  // What has become of it in public, in sentences.
  const notes = [
    ...(commitment.ratifyAt === undefined ? [] : [t(commitment.capital ? 'ledger.capital' : 'ledger.ratify', { round: num(commitment.ratifyAt) })]),
    ...(commitment.excused === view.table.round ? [t('ledger.excused')] : []),
    ...((commitment.escrowFailures ?? 0) > 0 ? [t('ledger.escrowFailed', { count: commitment.escrowFailures ?? 0, number: num(commitment.escrowFailures ?? 0) })] : []),
    ...(commitment.found ? [t('ledger.found')] : []),
    ...(commitment.brokenAt === undefined ? [] : [t('ledger.broken', { round: num(commitment.brokenAt) })]),
    ...(commitment.apologisedAt === undefined ? [] : [t('ledger.apologised', { round: num(commitment.apologisedAt) })]),
    ...(commitment.locked ? [t('ledger.locked')] : []),
  ];
  const free = commitment.freeReversalUntil !== null && commitment.freeReversalUntil >= view.table.round;
  return (
    <article className="pn-commitment" data-state={commitment.state}>
      <p className="pn-pair"><SeatList seats={givers} short /> <span aria-hidden="true">→</span><span className="pn-hidden">{t('ledger.to')}</span> {receivers.length > 0 ? <SeatList seats={receivers} short /> : <span>{t('ledger.eachOther')}</span>}</p>
      <h4>{clause(commitment.clause)}</h4>
      <p className="pn-option-body">{line(commitment)}</p>
      <ol className="pn-tranches" aria-label={t('ledger.tranches')}>
        {commitment.tranches.map((tranche) => (
          <li key={tranche.n} data-state={tranche.state}>
            <StateMark state={tranche.state} />
            <span>{tranche.due !== null && (tranche.state === 'pending' || tranche.state === 'due') ? t('ledger.dueRound', { round: num(tranche.due) }) : t(`tranche.${tranche.state}`)}</span>
            {tranche.performedAt !== null && <span className="pn-note">{t('ledger.inRound', { round: num(tranche.performedAt) })}</span>}
            {tranche.state === 'late' && tranche.due !== null && <span className="pn-note">{t('ledger.dueRound', { round: num(tranche.due) })}</span>}
          </li>
        ))}
      </ol>
      <p className="pn-terms">
        <span data-mode={commitment.mode}>{t(`scenario:mode.${commitment.mode}`)}</span>
        <span>{t('ledger.since', { round: num(commitment.adoptedAt) })}</span>
        {after && <span className="pn-after">{t('ledger.after', { clause: clause(after.clause), seat: seat(after.giver) })}</span>}
        {commitment.deniable && <span>{t('ledger.deniable')}</span>}
        {(Object.keys(commitment.options ?? {}) as (keyof LineOptions)[]).filter((option) => option !== 'escrow').map((option) => <span key={option}>{t(`option.short.${option}`, { number: num(commitment.options?.sunset ?? 0) })}</span>)}
        {tied.length > 0 && <span className="pn-after">{t('ledger.escrow', { clauses: list(tied) })}</span>}
        {commitment.loose && <span>{t('ledger.loose')}</span>}
        {free && <span className="pn-after">{t('ledger.free', { round: num(commitment.freeReversalUntil ?? 0) })}</span>}
      </p>
      {notes.length > 0 && <ul className="pn-follows pn-bullets">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
    </article>
  );
}
