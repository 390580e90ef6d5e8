/** Every text that was tabled: who wrote it, who signed, who stood in its way and with what reason, and the moment in the replay. */
import type { Reel } from '@concert/shared/recording/index';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSpeech } from '../../panels/speech.ts';

export function Texts({ reel }: { readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const { line, names, list } = useSpeech();
  const proposals = reel.stateAt(reel.length - 1).proposals;
  if (proposals.length === 0) return <p className="empty">{t('report.noTexts')}</p>;
  const step = new Map(reel.steps.flatMap((each) => each.events.flatMap((event) => (event.type === 'proposalTabled' ? [[event.proposal.id, each] as const] : []))));
  const order = ['adopted', 'refused', 'objected', 'withdrawn', 'superseded', 'expired', 'duplicate', 'live'];
  return (
    <ul className="seminar-list seminar-texts">
      {[...proposals].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.round - b.round).map((proposal) => {
        const at = step.get(proposal.id);
        return (
          <li key={proposal.id} data-state={proposal.status === 'adopted' ? 'new' : 'done'}>
            <p><strong>{t(`report.status.${proposal.status}`)}</strong> · {t('report.wrote', { round: proposal.round, seat: t(`scenario:seat.${proposal.author}.name`) })} {at && <Link className="no-print" href={`/r/${reel.opened.header.match}#${at.round}.${at.inRound}`}>{t('report.see')}</Link>}</p>
            <ul className="facts">{proposal.lines.map((each, i) => <li key={i}>{line(each)}</li>)}</ul>
            <p className="hint">{t('report.signed', { seats: names(proposal.signed) })}{proposal.refusals.map(({ seat, reasons }) => ` ${t('report.refused', { seat: t(`scenario:seat.${seat}.name`), reasons: list(reasons.map((reason) => t(`ui:reason.${reason}`))) })}`).join('')}{proposal.objection ? ` ${t('report.objected', { seat: t(`scenario:seat.${proposal.objection}.name`) })}` : ''}</p>
          </li>
        );
      })}
    </ul>
  );
}
