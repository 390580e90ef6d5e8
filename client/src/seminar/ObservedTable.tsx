/** What is public at an observed table: figures, red lines, and the texts with who has signed and who is waited for. */
import { useTranslation } from 'react-i18next';
import type { View } from '@concert/shared';
import { useCommandWords } from './commandWords.ts';

const SHOWN: readonly string[] = ['live', 'adopted'];

export function ObservedTable({ view }: { readonly view: View }) {
  const { t } = useTranslation('seminar');
  const words = useCommandWords();
  const { TEN, BLOC, CON, W } = view.gauges.values;
  const seats = (ids: readonly string[]): string => ids.map((id) => t(`scenario:seat.${id}.code`)).join(' ');
  const lines = Object.values(view.seats).filter(({ redLine }) => redLine !== null);
  const texts = Object.values(view.proposals).filter(({ status }) => SHOWN.includes(status)).toReversed();
  return (
    <div className="stack">
      <p>{t('desk.figures', { ten: TEN, bloc: BLOC, con: CON, war: W })}</p>
      {lines.length > 0 && <><h3>{t('observe.lines')}</h3><ul className="facts">{lines.map(({ id, redLine }) => <li key={id}>{t(`scenario:seat.${id}.name`)}: {t(`scenario:level.${redLine ?? 0}`)}</li>)}</ul></>}
      <h3>{t('observe.texts')}</h3>
      {texts.length === 0 && <p className="empty">{t('observe.noTexts')}</p>}
      <ul className="seminar-list">{texts.map((text) => (
        <li key={text.id}><p className="hint">{t(`scenario:seat.${text.author}.name`)} · {t(`panels:status.${text.status}`)}</p>
          <ul className="facts">{words({ type: 'propose', scope: text.scope, lines: text.lines }).map((each, i) => <li key={i}>{each}</li>)}</ul>
          {text.status === 'live' && <p className="hint">{text.signed.length > 0 && t('observe.signed', { who: seats(text.signed) })} {text.waiting.length > 0 && t('observe.waiting', { who: seats(text.waiting) })}</p>}</li>
      ))}</ul>
    </div>
  );
}
