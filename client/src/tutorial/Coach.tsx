/** The coach's card beside the real table: what goes on, what to do now, and a ring on the control; it never takes a decision away. */
import { ArrowRight, ChevronLeft, ChevronRight, DoorOpen, Eye, GraduationCap, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Step, Tutorial } from '@concert/shared/tutorial/schema';
import { TUTORIAL } from '@concert/shared/protocol/messages';
import { useGame } from '../store/gameStore.ts';
import { useMatch } from '../frame/useMatch.ts';
import { lessonOf } from './lessons.ts';
import { focusTarget, useGlance, useMark } from './mark.ts';
import { useLesson } from './useLesson.ts';
import './tutorial.css';

/** Nothing at all unless this match is a lesson and this reader its pupil. */
export default function Coach() {
  const { scenario, view } = useMatch();
  const isLesson = useGame((state) => state.lobby?.preset === TUTORIAL);
  const code = useGame((state) => state.code);
  const lesson = isLesson ? lessonOf(scenario.id) : null;
  return lesson && code && view.me?.seat === lesson.seat ? <Card lesson={lesson} code={code} /> : null;
}

function Card({ lesson, code }: { readonly lesson: Tutorial; readonly code: string }) {
  const { t, i18n } = useTranslation('tutorial');
  const { view } = useMatch();
  const turn = useGlance();
  const { at, step, early, shown, hidden, next, hide } = useLesson(lesson, view, code, turn);
  const [back, setBack] = useState(0);
  const card = useRef<HTMLElement>(null);
  useEffect(() => { setBack(0); }, [at]);
  const ready = view.me !== null && view.table.ready.includes(view.me.seat);
  const between = step === null || early;
  const mayReady = view.legal?.ready === true && !ready;
  const marked = useMark(hidden ? [] : between ? (mayReady ? ['ready', 'pane-act'] : []) : step.target, turn);
  useRoom(card, hidden);
  useKey(card);

  const earlier = shown.filter((place) => place < at);
  const past = back > 0 ? lesson.steps[earlier.at(-back) ?? -1] : undefined;
  const said = (of: Step): { text: string; todo: string } => ({ text: t(`step.${of.id}.text`), todo: i18n.exists(`tutorial:step.${of.id}.do`) ? t(`step.${of.id}.do`) : '' });
  const now = !between ? said(step) : mayReady ? { text: step === null ? t('coach.over') : t('coach.between'), todo: t('coach.between.do') } : { text: t('coach.wait'), todo: '' };
  const words = past ? { text: said(past).text, todo: '' } : now;
  if (hidden) {
    return <button type="button" className="coach-open" data-react-aria-top-layer="true" onClick={() => hide(false)}><GraduationCap size={18} aria-hidden="true" />{t('coach.show')}</button>;
  }
  return (
    <aside ref={card} className="coach" aria-label={t('coach.name')} tabIndex={-1} data-step={between ? 'between' : step.id} data-react-aria-top-layer="true">
      <header className="coach-head">
        <p className="coach-eyebrow"><GraduationCap size={16} aria-hidden="true" />{past ? t('coach.old') : t('coach.eyebrow', { n: Math.min(at + 1, lesson.steps.length), all: lesson.steps.length })}</p>
        <Link className="coach-icon" href="/" aria-label={t('coach.leave')} title={t('coach.leave')}><DoorOpen size={17} aria-hidden="true" /></Link>
        <button type="button" className="coach-icon" aria-label={t('coach.hide')} title={t('coach.hide')} onClick={() => hide(true)}><X size={17} aria-hidden="true" /></button>
      </header>
      <progress className="coach-bar" value={at} max={lesson.steps.length} aria-hidden="true" />
      <div className="coach-words" role="status">
        <p>{words.text}</p>
        {words.todo !== '' && <p className="coach-todo"><ArrowRight size={17} aria-hidden="true" /><span><span className="sr">{t('coach.todo')}: </span>{words.todo}</span></p>}
      </div>
      <p className="sr">{t('coach.keys')}</p>
      <footer className="coach-foot">
        {!past && !between && !step.done && <button type="button" className="coach-button coach-main" onClick={next}>{t('coach.next')}</button>}
        {past && <button type="button" className="coach-button coach-main" onClick={() => setBack(0)}>{t('coach.forward')}<ChevronRight size={16} aria-hidden="true" /></button>}
        {!past && marked && <button type="button" className="coach-button coach-point" onClick={focusTarget}><Eye size={16} aria-hidden="true" />{t('coach.point')}</button>}
        <span className="coach-gap" />
        {earlier.length > back && <button type="button" className="coach-link" onClick={() => setBack(back + 1)}><ChevronLeft size={15} aria-hidden="true" />{t('coach.back')}</button>}
        {!past && !between && step.done && <button type="button" className="coach-link" onClick={next}>{t('coach.skip')}</button>}
      </footer>
    </aside>
  );
}

/** On a phone the card takes its own room at the foot instead of lying over the table; the style sheet reads its height. */
function useRoom(card: React.RefObject<HTMLElement | null>, hidden: boolean): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const element = card.current;
    if (!element) { style.removeProperty('--coach'); return; }
    const measure = (): void => style.setProperty('--coach', `${Math.ceil(element.getBoundingClientRect().height)}px`);
    measure();
    const watch = typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : null;
    watch?.observe(element);
    return () => { watch?.disconnect(); style.removeProperty('--coach'); };
  }, [card, hidden]);
}

/** F6 goes from the table to the card and back to the control it speaks of, also out of an open drawer. */
function useKey(card: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (card.current?.contains(document.activeElement)) focusTarget();
      else card.current?.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [card]);
}
