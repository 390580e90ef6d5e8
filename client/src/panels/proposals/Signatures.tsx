/** Who has signed, who refused and why, who has yet to speak: an honest tally with shape, word and name. */
import { Check, CircleDashed, X } from 'lucide-react';
import type { ProposalSlice } from '@concert/shared';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';

export function Signatures({ proposal }: { readonly proposal: ProposalSlice }) {
  const { t, num, list } = useSpeech();
  const live = proposal.status === 'live';
  return (
    <div className="pn-signatures">
      <p className="pn-note">{t('sign.tally', { count: proposal.parties.length, signed: num(proposal.signed.length), needed: num(proposal.parties.length) })}</p>
      <ul>
        {proposal.parties.map((seat) => {
          const refusal = proposal.refusals.find((entry) => entry.seat === seat);
          const signed = proposal.signed.includes(seat);
          const state = refusal ? 'refused' : signed ? 'signed' : live ? 'waiting' : 'silent';
          const Mark = refusal ? X : signed ? Check : CircleDashed;
          return (
            <li key={seat} data-state={state}>
              <Mark size={15} aria-hidden="true" /><SeatTag seat={seat} /> <span className="pn-word">{t(`sign.${state}`)}</span>
              {refusal && refusal.reasons.length > 0 && <span className="pn-why">{list(refusal.reasons.map((reason) => t(`reason.${reason}`)))}</span>}
            </li>
          );
        })}
        {proposal.objection && <li data-state="refused"><X size={15} aria-hidden="true" /><SeatTag seat={proposal.objection} /> <span className="pn-word">{t('sign.objected')}</span></li>}
      </ul>
    </div>
  );
}
