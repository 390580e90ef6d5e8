/** What was written to this moment: a source with its date and how certain it is, a note, the beginning of a chapter. */
import { Bookmark, CircleCheck, CircleDashed, CircleHelp, Quote, StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textIn, type Annotation, type Certainty } from '@concert/shared/recording/index';
import { LANGUAGES } from '../i18n/languages.ts';
import { useReel, useReplay } from './replayStore.ts';

const KINDS = { source: Quote, note: StickyNote, chapter: Bookmark } as const;
const MARKS: Readonly<Record<Certainty, typeof CircleCheck>> = { certain: CircleCheck, probable: CircleDashed, disputed: CircleHelp };

export function Remark({ remark }: { readonly remark: Annotation }) {
  const { t, i18n } = useTranslation('replay');
  const Icon = KINDS[remark.kind];
  const Mark = remark.certainty ? MARKS[remark.certainty] : null;
  const say = (text: Annotation['text'] | undefined): string => textIn(text, i18n.language);
  return (
    <article className="rp-remark" data-kind={remark.kind}>
      <p className="rp-remark-head">
        <Icon size={15} aria-hidden="true" /><span className="sr">{t(`remark.${remark.kind}`)}</span>
        {remark.date && <time>{dateIn(remark.date, LANGUAGES.find(({ id }) => id === i18n.language)?.locale ?? i18n.language)}</time>}
        {Mark && <span className={`rp-certainty rp-${remark.certainty ?? ''}`} title={t(`certainty.${remark.certainty ?? ''}.help`)}><Mark size={14} aria-hidden="true" />{t(`certainty.${remark.certainty ?? ''}`)}</span>}
      </p>
      {remark.title && <h3>{say(remark.title)}</h3>}
      <p>{say(remark.text)}</p>
      {(remark.source ?? remark.author) && <p className="hint">{remark.source ? t('remark.from', { source: say(remark.source) }) : t('remark.by', { author: remark.author })}</p>}
    </article>
  );
}

/** `2005-09-19`, `2005-09` or plain words, as the language writes dates. */
export function dateIn(date: string, language: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!found) return date;
  const at = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3] ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  return at.toLocaleDateString(language, { timeZone: 'UTC', year: 'numeric', month: 'long', ...(found[3] ? { day: 'numeric' } : {}) });
}

/** All remarks on the step shown. */
export function Remarks() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const remarks = reel.steps[step]?.annotations ?? [];
  if (remarks.length === 0) return null;
  return <aside className="rp-remarks" aria-label={t('remarks')}>{remarks.map((remark) => <Remark key={remark.id} remark={remark} />)}</aside>;
}
