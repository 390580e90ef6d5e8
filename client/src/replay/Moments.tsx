/** The moments that mattered as a list one can read and go to: signs of the timeline, and what a seat learned when. */
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { textIn } from '@concert/shared/recording/index';
import { capitalised } from '../i18n/sentence.ts';
import { useSpeech } from '../panels/speech.ts';
import { lastShown, pause, seek, setViewer, useReel, useReplay } from './replayStore.ts';
import { SignMark } from './SignMark.tsx';
import { newsFor } from './sight.ts';
import { SIGNS, signsOf, type Sign } from './signs.ts';
import { useActWords, useStepPlace } from './useActWords.ts';

/** Signatures are many; whoever wants them asks. */
const FIRST: readonly Sign[] = SIGNS.filter((sign) => sign !== 'signed' && sign !== 'proposal');
/** Which news tells of a sign; where none does, the act speaks for itself. */
export const TOLD_BY: Readonly<Partial<Record<Sign, RegExp>>> = {
  adopted: /^table\.(adopted|agreed|principle)|^fold\.institution\.up/, breach: /^table\.(breached|found|denied|reversed|accused|sideLetter)|^fold\.(leak|hidden|wedge)/, test: /^fold\.action/,
  crisis: /^fold\.(crisis|war|brink)/, talks: /^fold\.(suspended|resumed|walkOut)/, event: /^fold\.(event|bud|demarche)/, inject: /^table\.(desk|inject)/, ended: /^fold\.ending/, proposal: /^table\.(tabled|chairDraft|countered)/, signed: /^table\.signed/,
};
const go = (step: number): void => { pause(); seek(step); };

export function Moments() {
  const { t, i18n } = useTranslation('replay');
  const reel = useReel();
  const viewer = useReplay((state) => state.viewer);
  const last = useReplay(lastShown);
  const words = useActWords();
  const place = useStepPlace();
  const { news: tell } = useSpeech();
  const [wanted, setWanted] = useState<readonly Sign[]>(FIRST);
  const all = useMemo(() => signsOf(reel, viewer, last), [reel, viewer, last]);
  const there = SIGNS.filter((sign) => all.some((each) => each.sign === sign));
  const shown = all.filter(({ sign }) => wanted.includes(sign));
  const nameOf = (step: number, sign: Sign): string => {
    const at = reel.steps[step];
    const chapter = sign === 'chapter' ? at?.annotations[0] : undefined;
    if (chapter) return textIn(chapter.title ?? chapter.text, i18n.language);
    if (!at) return '';
    const told = newsFor(at, viewer).find(({ code }) => TOLD_BY[sign]?.test(code));
    return told ? tell(told) : words(reel, at, viewer).act;
  };
  return (
    <div className="rp-moments">
      <fieldset className="rp-filter"><legend className="sr">{t('moments.show')}</legend>
        {there.map((sign) => <Button key={sign} className="rp-chip" aria-pressed={wanted.includes(sign)} onPress={() => setWanted(wanted.includes(sign) ? wanted.filter((each) => each !== sign) : [...wanted, sign])}><SignMark sign={sign} />{t(`sign.${sign}`)}</Button>)}
      </fieldset>
      {shown.length === 0 && <p className="quiet">{t('moments.none')}</p>}
      <ol className="rp-list">
        {shown.map(({ step, sign }) => {
          const at = reel.steps[step];
          return at && <li key={`${step}${sign}`}><Button className="rp-moment" onPress={() => go(step)}><SignMark sign={sign} size={14} /><span><span className="rp-moment-where">{place(reel, at)} · {t(`sign.${sign}`)}</span>{nameOf(step, sign)}</span></Button></li>;
        })}
      </ol>
    </div>
  );
}

/** What one delegation came to know, step by step; going there also looks with its eyes. */
export function LearnedList() {
  const { t } = useTranslation('replay');
  const { seat: the, clause, has, t: say, news: tell } = useSpeech();
  const reel = useReel();
  const viewer = useReplay((state) => state.viewer);
  const last = useReplay(lastShown);
  const place = useStepPlace();
  const seats = reel.opened.scenario.seats.map(({ id }) => id);
  const [picked, setPicked] = useState(viewer.kind === 'seat' ? viewer.seat : seats[0] ?? '');
  const learned = useMemo(() => reel.learned(picked).filter(({ step, kind, about }, i, all) => {
    // Meetings and private talk come in runs; the first of a run is where one goes.
    const before = all[i - 1];
    const run = (kind === 'meeting' || kind === 'message') && before?.kind === kind && before.about === about && reel.steps[before.step]?.phase === reel.steps[step]?.phase && reel.steps[before.step]?.round === reel.steps[step]?.round;
    return step <= last && !run;
  }), [reel, picked, last]);
  /** An id in words, where it is one of those that have a name. */
  const named = (id: string | null): string => {
    if (id === null) return '';
    for (const key of [`scenario:event.${id}.name`, `scenario:mandate.${id}`, `scenario:action.${id}.name`]) if (has(key)) return say(key);
    return has(`scenario:clause.${id}.name`) ? clause(id) : '';
  };
  return (
    <div className="rp-moments">
      <label className="field"><span className="field-label">{t('learned.who')}</span>
        <select className="input" value={picked} onChange={(event) => setPicked(event.target.value)}>{seats.map((id) => <option key={id} value={id}>{t(`scenario:seat.${id}.name`)}</option>)}</select>
      </label>
      {learned.length === 0 && <p className="quiet">{t('learned.none')}</p>}
      <ol className="rp-list">
        {learned.map((fact, i) => {
          const at = reel.steps[fact.step];
          const news = fact.kind === 'news' && at ? newsFor(at, { kind: 'seat', seat: picked }).find(({ code }) => code === fact.id) : undefined;
          return at && <li key={i}><Button className="rp-moment" onPress={() => { setViewer({ kind: 'seat', seat: picked }); go(fact.step); }}><span><span className="rp-moment-where">{place(reel, at)}</span>{news ? tell(news) : capitalised(t(`learned.${fact.kind}`, { about: fact.about === null ? t('learned.someone') : the(fact.about), what: named(fact.id) }))}</span></Button></li>;
        })}
      </ol>
    </div>
  );
}
