/** One text as everybody reads it: who wrote it, which version, its lines in prose, its signatures, and our answers. */
import type { LegalSlice, LineDraft, ProposalSlice, View } from '@concert/shared';
import { useScenario } from '../../store/gameStore.ts';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Verdict } from '../composer/Verdict.tsx';
import { Fold } from '../parts/Fold.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { Answers } from './Answers.tsx';
import { changesIn, type Change } from './changes.ts';
import { chainOf } from './order.ts';
import { Signatures } from './Signatures.tsx';

interface Props { readonly proposal: ProposalSlice; readonly view: View; readonly answer: LegalSlice['answer'][string] | undefined }
export function ProposalCard({ proposal, view, answer }: Props) {
  const { t, num, seats, line: say } = useSpeech();
  const me = view.me?.seat ?? null;
  const chain = chainOf(Object.values(view.proposals), proposal.chain);
  const earlier = chain.filter((other) => other.version < proposal.version).at(-1);
  const changes = earlier && changesIn(proposal.lines, earlier.lines);
  const live = proposal.status === 'live';
  const waits = live && me !== null && proposal.waiting.includes(me);
  const exclusive = live && (view.me?.wedges ?? []).some((wedge) => wedge.state === 'open' && wedge.offers.some((offer) => offer.proposal === proposal.id));
  const title = `pn-text-${proposal.id}`;
  return (
    <article className="pn-text" data-live={live || undefined} data-waits={waits || undefined} aria-labelledby={title}>
      <header className="pn-text-head">
        <h3 id={title}>
          <SeatTag seat={proposal.author} />
          <span>{proposal.chairDraft ? t('scope.chair') : proposal.scope === 'plenary' ? t('text.plenary') : t('text.bilateral', { seats: seats(proposal.parties) })}</span>
        </h3>
        <span className="pn-status" data-status={proposal.status}>{t(`status.${proposal.status}`)}</span>
      </header>
      {chain.length > 1 && <p className="pn-chain">{chain.map((other) => <span key={other.id} data-on={other.id === proposal.id || undefined}>{t('text.version', { n: num(other.version) })} <SeatTag seat={other.author} short /></span>)}</p>}
      {waits && <p className="pn-after">{t('text.waits')}</p>}
      {exclusive && <p className="pn-after">{t('text.exclusive')} <CodexLink id="M11" /></p>}
      <Prose lines={proposal.lines} {...(changes ? { marks: changes.marks } : {})} />
      {earlier && changes && changes.gone.length > 0 && (
        <div className="pn-gone"><p>{t('text.gone', { n: num(earlier.version) })}</p><ul>{changes.gone.map((line, at) => <li key={at}><del>{say(line)}</del></li>)}</ul></div>
      )}
      <Signatures proposal={proposal} />
      {live && <p className="pn-note">{t(`expiry.${proposal.scope}`)}</p>}
      <Fold level={4} title={t('text.meaning')} open={waits}><Verdict lines={proposal.lines} seat={me} worth={view.worth} /></Fold>
      {me && answer && <Answers proposal={proposal} seat={me} answer={answer} />}
    </article>
  );
}

/** The lines as sentences, with how and when each binds, and what is new in this version. */
function Prose({ lines, marks = [] }: { readonly lines: readonly LineDraft[]; readonly marks?: readonly Change[] }) {
  const { t, line: say, num, when } = useSpeech();
  const scenario = useScenario();
  return (
    <ol className="pn-lines">
      {lines.map((line, at) => {
        const spec = scenario?.clauses.find((clause) => clause.id === line.clause);
        return (
          <li key={at}>
            <p className="pn-prose">{say(line)}</p>
            <p className="pn-terms">
              {marks[at] && <span className="pn-change">{t(`text.change.${marks[at]}`)}</span>}
              <span data-mode={line.mode}>{t(`scenario:mode.${line.mode}`)}</span>
              {spec && <span>{when(spec)}</span>}
              {Object.keys(line.options ?? {}).map((option) => <span key={option}>{t(`option.short.${option}`, { number: num(line.options?.sunset ?? 0), n: num((line.options?.escrow ?? 0) + 1) })}</span>)}
              {line.after !== undefined && <span className="pn-after">{t('text.after', { n: num(line.after + 1) })}</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
