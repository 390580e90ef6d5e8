/** What a class adds to a player's table: a word while the desk holds it, a call for help, the own delegation's drafts. */
import { Hand } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { askHelp } from '../net/classes.ts';
import { tellRefusal, useGame, useSeat } from '../store/gameStore.ts';
import { Clock } from './Clock.tsx';
import { useCommandWords } from './commandWords.ts';
import { classOfTable, placeToken } from './keys.ts';
import { TableSharing } from './Sharing.tsx';
import { useGuide, type Guide } from './useGuide.ts';
import './seminar.css';

/** Questions a delegation goes by when it withdraws. */
const HUDDLE = [1, 2, 3, 4] as const;

/** Above the table while it is paused: why, for how long yet, and in a huddle what to talk about. */
export function PauseBanner() {
  const { t } = useTranslation('seminar');
  const paused = useGame((state) => state.view?.desk?.paused ?? null);
  if (!paused) return null;
  return (
    <div className="banner seminar-held" role="status">
      <p><strong>{t(paused.huddle ? 'huddle' : 'paused')}</strong> {paused.reason} {paused.until !== null && <span className="seminar-left">{t('pause.left')} <Clock deadline={paused.until} /></span>}</p>
      {paused.huddle && <><ol>{HUDDLE.map((n) => <li key={n}>{t(`huddle.ask${n}`)}</li>)}</ol><p className="hint">{t('huddle.inside')}</p></>}
    </div>
  );
}

/** Where the class is now, for those who have played to the end: the survey, then the report. */
export const ClassStage = () => <StageNote guide={useGuide()} />;

export function StageNote({ guide }: { readonly guide: Guide | null }) {
  const { t } = useTranslation('seminar');
  if (guide === null) return null;
  const { group, stage } = guide;
  if (stage === 'survey') return <p className="banner" role="status">{t('stage.toSurvey')} <Link className="btn btn-main" href={`/class/${group}/survey`}>{t('survey.title')}</Link></p>;
  if (stage === 'report' || stage === 'closed') return <p className="banner" role="status">{t('stage.toReport')} <Link className="btn btn-main" href={`/class/${group}/report`}>{t('report.title')}</Link></p>;
  return null;
}

/** A call to the desk; nothing where the match belongs to no class. */
export function HelpButton() {
  const { t } = useTranslation('seminar');
  const code = useGame((state) => state.code);
  const [text, setText] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const group = code === null ? null : classOfTable(code);
  const token = group === null ? null : placeToken(group);
  if (group === null || token === null) return null;
  const ask = async (): Promise<void> => {
    const answer = await askHelp(location.origin, group, token, (text ?? '').trim() || t('help.default'));
    if (!answer.ok) return tellRefusal(answer);
    setText(null);
    setAsked(true);
  };
  if (text === null) return <div className="seminar-help"><Button className="btn" onPress={() => { setText(''); setAsked(false); }}><Hand size={15} aria-hidden="true" />{t('help.ask')}</Button>{asked && <span role="status">{t('help.asked')}</span>}<TableSharing /></div>;
  return <div className="seminar-help"><label className="field"><span className="sr">{t('help.what')}</span><input className="input" value={text} maxLength={400} placeholder={t('help.what')} onChange={(event) => setText(event.target.value)} /></label><Button className="btn btn-main" onPress={() => void ask()}>{t('help.send')}</Button><Button className="btn" onPress={() => setText(null)}>{t('help.never')}</Button></div>;
}

/** Who sits in the own delegation, and what waits for its head. */
export function OwnDelegation() {
  const { t } = useTranslation('seminar');
  const desk = useGame((state) => state.view?.desk ?? null);
  const you = useGame((state) => state.you);
  const line = useGame((state) => state.line);
  const seat = useSeat();
  const words = useCommandWords();
  const here = desk?.delegates.filter((each) => each.seat === seat) ?? [];
  if (!desk || here.length === 0) return null;
  const mine = here.find((each) => each.member === you?.member);
  const send = async (command: Parameters<typeof line.send>[0]): Promise<void> => { const answer = await line.send(command); if (!answer.ok) tellRefusal(answer); };
  const nameOf = (member: string): string => here.find((each) => each.member === member)?.name ?? '';
  return (
    <div className="pn-block seminar-own">
      <h3 className="pn-subtitle">{t('own.title')}</h3>
      <ul className="pn-rows">{here.map((each) => <li key={each.member}><strong>{each.name}</strong> {t(`scenario:office.${each.office}`)}{each === mine && ` (${t('ui:you')})`}</li>)}</ul>
      {mine && <p className="pn-note">{t(`scenario:office.${mine.office}.does`)}</p>}
      {desk.capital && <p className="pn-callout">{t(`own.capital.${desk.capital}`)}</p>}
      <h3 className="pn-subtitle">{t('own.drafts')}</h3>
      {desk.drafts.length === 0 && <p className="pn-note">{t('own.noDrafts')}</p>}
      <ul className="seminar-list">{desk.drafts.map((draft) => {
        const votes = Object.values(draft.votes);
        return (
          <li key={draft.id}>
            <ul className="facts">{words(draft.command).map((each, i) => <li key={i}>{each}</li>)}</ul>
            <p className="pn-note">{t('own.by', { name: nameOf(draft.by) })} · {t('own.votes', { yes: votes.filter(Boolean).length, no: votes.filter((vote) => !vote).length })}</p>
            <p className="row">
              <Button className="pn-button" onPress={() => void send({ type: 'voteDraft', draft: draft.id, favour: true })}>{t('own.yes')}</Button>
              <Button className="pn-button" onPress={() => void send({ type: 'voteDraft', draft: draft.id, favour: false })}>{t('own.no')}</Button>
              <Button className="pn-button" data-kind="main" onPress={() => void send({ type: 'confirmDraft', draft: draft.id })}>{t('own.confirm')}</Button>
              <Button className="pn-button" onPress={() => void send({ type: 'dropDraft', draft: draft.id })}>{t('own.drop')}</Button>
            </p>
          </li>
        );
      })}</ul>
      {desk.requests.length > 0 && <p className="pn-callout">{t('own.requests', { count: desk.requests.length })}</p>}
    </div>
  );
}
