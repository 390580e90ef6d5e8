/** The texts on the table: what is live and waits for whom, then what became of the others. */
import { Button } from 'react-aria-components';
import { useLegal, useView } from '../store/gameStore.ts';
import { useFocus } from './focus.ts';
import './panels.css';
import { Empty } from './parts/Empty.tsx';
import { Fold } from './parts/Fold.tsx';
import { onTable, settled } from './proposals/order.ts';
import { ProposalCard } from './proposals/ProposalCard.tsx';
import { useSpeech } from './speech.ts';

export default function Proposals() {
  const view = useView();
  const legal = useLegal();
  const { t, num } = useSpeech();
  const { show } = useFocus();
  if (!view) return null;
  const all = Object.values(view.proposals);
  const live = onTable(all);
  return (
    <section className="pn-panel" aria-labelledby="pn-proposals-title" data-coach="texts">
      <h2 id="pn-proposals-title" className="pn-hidden">{t('proposals.title')}</h2>
      {live.length > 0
        ? live.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} view={view} answer={legal?.answer[proposal.id]} />)
        : <Empty>{t('proposals.empty')}{legal && legal.propose.length > 0 && <Button className="pn-button" data-coach="write" onPress={() => show('composer')}>{t('plenary.write')}</Button>}</Empty>}
      {settled(all).map(({ round, texts }) => (
        <Fold key={round} title={t('proposals.round', { round: num(round) })} note={num(texts.length)} open={round === view.table.round && live.length === 0}>
          {texts.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} view={view} answer={undefined} />)}
        </Fold>
      ))}
    </section>
  );
}
