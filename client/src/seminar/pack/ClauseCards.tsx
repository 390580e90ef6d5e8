/** Every clause on a card, eight to a page, to cut out and lay on the table: its words, when it falls due, what it takes to undo and to see it. */
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../panels/speech.ts';
import { Box, Sheet } from './Sheet.tsx';
import { CARDS_A_PAGE } from './parts.ts';
import { sideWords, type PublicClause } from './parties.ts';
import { usePack } from './packContext.ts';

export function ClauseCards() {
  const { t } = useTranslation('pack');
  const { clauses } = usePack().facts;
  const pages = Array.from({ length: Math.ceil(clauses.length / CARDS_A_PAGE) }, (_, i) => clauses.slice(i * CARDS_A_PAGE, (i + 1) * CARDS_A_PAGE));
  return pages.map((cards, i) => <Sheet key={cards[0]?.id ?? i} part="cards" title={t('cards.title', { page: i + 1, pages: pages.length })}><ul className="pack-cards">{cards.map((clause) => <Card key={clause.id} clause={clause} />)}</ul></Sheet>);
}

function Card({ clause }: { readonly clause: PublicClause }) {
  const { t, i18n } = useTranslation('pack');
  const { when } = useSpeech();
  const side = (which: PublicClause['giver']): string => sideWords(which, i18n.language, (seat) => t(`scenario:seat.${seat}.the`));
  const { id } = clause;
  const others = clause.receiver.mode === 'others' ? t('cards.others') : clause.receiver.mode === 'eachOther' ? t('cards.eachOther') : side(clause.receiver);
  const givers = clause.giver.mode === 'all' ? t('cards.all') : side(clause.giver);
  const text = t(`scenario:clause.${id}.text`, { givers, receivers: others });
  return (
    <li className="pack-card" data-category={clause.category}>
      <p className="pack-run"><span>{t(`scenario:category.${clause.category}`)}</span><strong>{id}</strong></p>
      <h3>{t(`scenario:clause.${id}.name`)}</h3>
      <p className="pack-prose">{text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1)}</p>
      <dl>
        <div><dt>{t('cards.when')}</dt><dd>{when(clause)}</dd></div>
        <div><dt>{t('cards.rev')}</dt><dd>{t(`scenario:rev.${clause.rev}`)}</dd></div>
        <div><dt>{t('cards.obs')}</dt><dd>{t(`scenario:obs.${clause.obs}`)}</dd></div>
        <div><dt>{t('cards.worth')}</dt><dd className="pack-scale">{Array.from({ length: 5 }, (_, i) => <span key={i}><Box />{t(`worth.step.${i}`)}</span>)}</dd></div>
      </dl>
    </li>
  );
}
