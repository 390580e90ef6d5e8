/** One entry: the plain paragraph, its figure, the passage of the essay it stands for, what teachers should add, and the ways on from here. */
import { ArrowRight, GraduationCap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@concert/shared';
import { absence, addressOf, codex, entryOf, type CodexEntry, type MatchRules } from './entries.ts';
import { LifeFigure, TiersFigure } from './figures.tsx';
import { LoopFigure } from './LoopFigure.tsx';
import { placeName, wayTo } from './places.ts';

export interface EntryProps {
  readonly entry: CodexEntry;
  readonly match: (MatchRules & { readonly view: View }) | null;
  readonly onGo: (id: string) => void;
  /** Called before the reader is led to another part of the screen. */
  readonly onLeave?: (() => void) | undefined;
  /** Rises with every step, so that the heading is read again. */
  readonly turn: number;
}

export function Entry({ entry, match, onGo, onLeave, turn }: EntryProps) {
  const { t } = useTranslation('codex');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (turn === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('article')?.scrollIntoView?.({ block: 'start' });
  }, [turn, entry.id]);
  const missing = absence(entry, match);
  const name = t(`${entry.id}.name`);
  return (
    <article className="codex-entry" aria-labelledby="codex-entry-name">
      <header className="codex-entry-head">
        <p className="eyebrow">{t(`group.${entry.group}`)}{entry.tag !== undefined && <> · <span className="codex-tag">{entry.tag}</span></>}</p>
        <h2 id="codex-entry-name" ref={heading} tabIndex={-1}>{name}</h2>
        <p className="row"><span className="chip">{t('level', { level: t(`ui:level.${entry.level}`) })}</span>{missing && <span className="chip codex-missing">{t('notHere')}</span>}</p>
      </header>
      {missing && match && <p className="notice">{missing === 'level' ? t('notHere.level', { level: t(`ui:level.${match.level}`), own: t(`ui:level.${entry.level}`) }) : t('notHere.scenario')}</p>}
      <p className="codex-text">{t(`${entry.id}.text`)}</p>
      {entry.figure === 'loop' && <LoopFigure entry={entry} />}
      {entry.figure === 'life' && <LifeFigure />}
      {entry.figure === 'tiers' && <TiersFigure />}
      {entry.passages.length > 0 && (
        <section aria-labelledby="codex-essay">
          <h3 id="codex-essay">{t('part.essay')}</h3>
          {entry.passages.map((id) => <Quote key={id} id={id} />)}
        </section>
      )}
      {entry.caveat && <section className="codex-caveat" aria-labelledby="codex-caveat"><h3 id="codex-caveat"><GraduationCap size={18} aria-hidden="true" />{t('part.caveat')}</h3><p>{t(`${entry.id}.caveat`)}</p></section>}
      <section aria-labelledby="codex-where">
        <h3 id="codex-where">{t('part.where')}</h3>
        <ul className="codex-chips">
          {entry.where.map((token) => {
            const place = placeName(token, t as never);
            const go = match ? wayTo(token, match.view) : null;
            return <li key={token}>{go ? <button type="button" className="btn" aria-label={t('where.show', { place })} onClick={() => { onLeave?.(); go(); }}>{place}<ArrowRight size={15} aria-hidden="true" /></button> : <span className="codex-place">{place}</span>}</li>;
          })}
        </ul>
      </section>
      <section aria-labelledby="codex-see">
        <h3 id="codex-see">{t('part.see')}</h3>
        <ul className="codex-chips">
          {entry.see.map((id) => entryOf(id) && <li key={id}><a className="codex-on" href={addressOf(id)} onClick={(event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); onGo(id); }}>{t(`${id}.name`)}</a></li>)}
        </ul>
      </section>
      <footer className="codex-rules"><h3>{t('part.rules')}</h3><p title={t('rules.help')}>{entry.rules.map((rule) => <span key={rule} className="codex-rule">{rule}</span>)}</p></footer>
    </article>
  );
}

/** A passage as it stands in the essay; readers of other languages get our translation below it. */
export function Quote({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('codex');
  const passage = codex.passages[id];
  if (!passage) return null;
  return (
    <figure className="codex-quote">
      <blockquote><p lang="zh-CN">{passage.text}</p>{i18n.language !== 'zh' && <p className="codex-translation">{t(`passage.${id}`)}</p>}</blockquote>
      <figcaption>{t('paragraph', { number: passage.paragraph })}</figcaption>
    </figure>
  );
}
