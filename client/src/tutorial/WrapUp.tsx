/** The end of a lesson, before the scores: what was made, signed, kept and broken, what it cost, and why history's talks failed, read from both sides. */
import { ArrowRight, BookOpen } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PublicScenario, View } from '@concert/shared';
import type { Tutorial } from '@concert/shared/tutorial/schema';
import { TUTORIAL } from '@concert/shared/protocol/messages';
import { useCodexTexts } from '../codex/useCodexTexts.ts';
import { Flag } from '../frame/SeatMark.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { useGame } from '../store/gameStore.ts';
import { lessonOf } from './lessons.ts';
import { note } from './progress.ts';
import { reckon, type Said } from './reckoning.ts';
import './tutorial.css';

const CAUSES = ['oral', 'spent', 'order'] as const;
const ELSE = ['tie', 'sweet', 'concert'] as const;

export default function WrapUp() {
  const { view, scenario, code, lobby } = useGame((state) => state);
  const lesson = lobby?.preset === TUTORIAL && scenario ? lessonOf(scenario.id) : null;
  useEffect(() => { if (lesson && code) note(code, { over: true }); }, [lesson, code]);
  return lesson && view?.ending && scenario && view.me?.seat === lesson.seat ? <Sheet lesson={lesson} view={view} scenario={scenario} /> : null;
}

function Sheet({ lesson, view, scenario }: { readonly lesson: Tutorial; readonly view: View; readonly scenario: PublicScenario }) {
  const { t, i18n } = useTranslation('tutorial');
  const say = useSentence();
  useCodexTexts();
  const me = lesson.seat;
  const { made, signed, kept, broke, others, trust } = useMemo(() => reckon(view, scenario, me), [view, scenario, me]);
  const clause = (id: string): string => t(`scenario:clause.${id}.name`);
  const texts = (lines: readonly Said[]): string[] => lines.map((line) => t('wrap.inMode', { clause: clause(line.clause), mode: t(`scenario:mode.${line.mode}`) }));
  const score = view.ending?.scores.find((each) => each.seat === me);
  const signedNumber = (value: number): string => new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' }).format(value).replace('-', '−');
  const rows = [
    { id: 'made', items: texts(made) }, { id: 'signed', items: texts(signed) }, { id: 'kept', items: kept.map(clause) }, { id: 'broke', items: broke.map(clause) },
    { id: 'others', items: others.map((deed) => t(`wrap.state.${deed.state}`, { seat: say.seat(deed.seat), clause: clause(deed.clause) })) },
  ];
  return (
    <section className="sheet card wrap" aria-labelledby="wrap-title" data-coach="wrap">
      <p className="eyebrow">{t('wrap.eyebrow')}</p>
      <h2 id="wrap-title">{t('wrap.title')}</h2>
      <dl className="wrap-deeds">
        {rows.map(({ id, items }) => (
          <div key={id} data-deed={id} data-empty={items.length === 0 || undefined}>
            <dt>{t(`wrap.${id}`)}</dt>
            <dd>{items.length > 0 ? <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul> : t(`wrap.${id}.none`)}{id === 'broke' && items.length > 0 && <p>{t('wrap.price')}</p>}</dd>
          </div>
        ))}
        <div data-deed="trust"><dt>{t('wrap.trust')}</dt>
          <dd><ul>{trust.map(({ seat, from, to }) => <li key={seat} className="wrap-trust"><Flag seat={seat} /><span>{t('wrap.trust.row', { seat: say.seat(seat), from, to })}</span><strong data-tone={to < from ? 'bad' : to > from ? 'good' : 'plain'}>{signedNumber(to - from)}</strong></li>)}</ul></dd>
        </div>
        {score && view.ending && (
          <div data-deed="score"><dt>{t('wrap.score')}</dt>
            <dd><p>{t('wrap.score.text', { score: score.score, par: score.par, tier: t(`ui:tier.${view.ending.tier}`) })}</p>{score.mandateMet !== null && <p>{t(score.mandateMet ? 'wrap.mandate.yes' : 'wrap.mandate.no')}</p>}</dd>
          </div>
        )}
      </dl>
      <h3>{t('wrap.why')}</h3>
      <ol className="wrap-causes">
        {CAUSES.map((id) => (
          <li key={id}>
            <h4>{t(`wrap.${id}.title`)}</h4>
            <p>{t(`wrap.${id}.text`)}</p>
            <p className="wrap-reading">{t(`wrap.${id}.us`)}</p>
            <p className="wrap-reading">{t(`wrap.${id}.dk`)}</p>
          </li>
        ))}
      </ol>
      <h3>{t('wrap.after')}</h3>
      <p>{t('wrap.after.text')}</p>
      <h3>{t('wrap.else')}</h3>
      <ul className="wrap-else">{ELSE.map((id) => <li key={id}><ArrowRight size={16} aria-hidden="true" /><span>{t(`wrap.else.${id}`)}</span></li>)}</ul>
      <p className="wrap-codex"><BookOpen size={16} aria-hidden="true" /><span>{t('wrap.codex')}</span>{lesson.codex.map((id) => <Link key={id} href={`/codex#${id}`}>{i18n.exists(`codex:${id}.name`) ? t(`codex:${id}.name`) : t('wrap.codex.link', { id })}</Link>)}</p>
    </section>
  );
}
