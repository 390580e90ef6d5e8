/** The final texts clause by clause: who wrote it, who stood in its way, what became of the promise; then what never came to be. */
import type { View } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../panels/speech.ts';
import { fateOf } from '../../screens/debrief/LedgerSummary.tsx';
import { clauseStories, type ClauseStory } from './clauseStory.ts';
import { ToMoment } from './Part.tsx';

/** `reel` only where the reader may look into the replay. */
export function Clauses({ view, reel }: { readonly view: View; readonly reel: Reel | null }) {
  const { t } = useTranslation('seminar');
  const stories = clauseStories(Object.values(view.proposals), Object.values(view.commitments));
  const [kept, lost] = [stories.filter(({ adopted }) => adopted), stories.filter(({ adopted }) => !adopted)];
  if (stories.length === 0) return <p className="empty">{t('report.noTexts')}</p>;
  return (
    <>
      <p className="hint">{t('report.clauses.sum', { adopted: kept.length, lost: lost.length })}</p>
      {kept.length === 0 ? <p className="empty">{t('report.clauses.none')}</p> : <Stories stories={kept} reel={reel} />}
      {lost.length > 0 && <details open={kept.length === 0}><summary>{t('report.clauses.lost', { count: lost.length })}</summary><Stories stories={lost} reel={reel} /></details>}
    </>
  );
}

function Stories({ stories, reel }: { readonly stories: readonly ClauseStory[]; readonly reel: Reel | null }) {
  const { t } = useTranslation('seminar');
  const { line, names, list, t: say } = useSpeech();
  const seat = (id: string): string => t(`scenario:seat.${id}.name`);
  const tabled = (id: string) => reel?.steps.find((step) => step.events.some((event) => event.type === 'proposalTabled' && event.proposal.id === id));
  return (
    <ul className="seminar-list report-clauses">
      {stories.map((story) => {
        const fates = [...Map.groupBy(story.promises, ({ state }) => fateOf(state))].map(([fate, own]) => `${say(`ui:ledger.${fate}`)}: ${names(own.map(({ giver }) => giver))}`);
        return (
          <li key={`${story.clause}${story.givers.join()}`} data-state={story.adopted ? 'new' : 'done'}>
            <p><strong>{line(story)}</strong></p>
            <p className="hint">{t('report.clauses.wrote', { round: story.round, by: seat(story.author) })}{story.texts > 1 && ` ${t('report.clauses.texts', { count: story.texts })}`}{story.adopted && ` ${t('report.clauses.adopted', { round: story.adopted.round, by: seat(story.adopted.author) })}`} {reel && <ToMoment match={reel.opened.header.match} at={tabled(story.adopted?.proposal ?? story.proposal)} />}</p>
            {story.blocked.length > 0 && <p className="report-blocked">{story.blocked.map((block) => (block.how === 'objected' ? t('report.objected', { seat: seat(block.seat) }) : t('report.refused', { seat: seat(block.seat), reasons: list(block.reasons.map((reason) => t(`ui:reason.${reason}`))) }))).filter((each, i, all) => all.indexOf(each) === i).join(' ')}</p>}
            {fates.length > 0 && <p>{fates.join(' · ')}</p>}
          </li>
        );
      })}
    </ul>
  );
}
