/** The printable pack of a class: tick what is wanted, look at it, print it. Only what a client may know is on it; the confidential parts come from the desk's browser. */
import { Printer } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PublicScenario } from '@concert/shared';
import type { ClassDoor } from '@concert/shared/protocol/seminar';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLater } from '../../i18n/useLater.ts';
import { useSentence } from '../../i18n/sentence.ts';
import { getScenario } from '../../net/api.ts';
import { done, type Answer } from '../../net/answer.ts';
import { classDoor } from '../../net/classes.ts';
import { Page } from '../../screens/Page.tsx';
import { useLoad } from '../../store/useLoad.ts';
import { deskToken } from '../keys.ts';
import { ClauseCards } from './ClauseCards.tsx';
import { ObserverSheets } from './ObserverSheets.tsx';
import { PackContext } from './packContext.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { OF_SEATS, PAPERS, PARTS, type Paper, type Part } from './parts.ts';
import { RoleBrief } from './RoleBrief.tsx';
import { RulesSheets } from './RulesSheets.tsx';
import { ScheduleSheet } from './ScheduleSheet.tsx';
import { SecretBrief, WorthSheet } from './SecretBrief.tsx';
import '../seminar.css';
import './pack.css';

interface Found { readonly door: ClassDoor; readonly facts: PublicScenario }
async function find(code: string): Promise<Answer<Found>> {
  const door = await classDoor(location.origin, code);
  if (!door.ok) return door;
  const facts = await getScenario(location.origin, door.value.scenario);
  return facts.ok ? done({ door: door.value, facts: facts.value }) : facts;
}

export default function PackPage({ code }: { readonly code: string }) {
  const { t } = useTranslation('pack');
  const say = useSentence();
  const ready = useLater('pack');
  const { answer, again } = useLoad(useCallback(() => find(code), [code]));
  if (!ready || !answer) return <Page title={code}><Waiting /></Page>;
  if (!answer.ok) return <Page title={t('title')}><section className="sheet card narrow"><h1>{t('title')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p><p className="row"><Button className="btn" onPress={again}>{t('ui:again')}</Button><Link className="btn" href="/">{t('ui:backHome')}</Link></p></section></Page>;
  return <Page title={`${t('title')} · ${answer.value.door.title || code}`}><Pack {...answer.value} /></Page>;
}

function Pack({ door, facts }: Found) {
  const { t } = useTranslation('pack');
  const leads = deskToken(door.code) !== null;
  const parts = PARTS.filter((part) => leads || part !== 'secret');
  const seats = facts.seats.map(({ id }) => id);
  const [wanted, setWanted] = useState<readonly string[]>(['schedule', 'rules', 'public', ...(leads ? ['secret'] : [])]);
  const [chosen, setChosen] = useState<readonly string[]>(seats);
  const [paper, setPaper] = useState<Paper>('a4');
  const has = (part: Part): boolean => parts.includes(part) && wanted.includes(part);
  const mine = seats.filter((seat) => chosen.includes(seat));
  const pack = useMemo(() => ({ ...door, facts }), [door, facts]);
  return (
    <div className="pack" data-paper={paper}>
      <style>{`@page { size: ${paper}; margin: ${paper === 'a4' ? '12mm 13mm' : '10mm 15mm'}; }`}</style>
      <form className="pack-choice sheet card no-print" onSubmit={(event) => { event.preventDefault(); window.print(); }}>
        <div className="row between"><h1>{t('title')}</h1>{leads && <Link className="btn" href={`/class/${door.code}/desk`}>{t('toDesk')}</Link>}</div>
        <p className="hint">{t(leads ? 'help' : 'help.guest')}</p>
        <CheckboxGroup className="pack-ticks" value={[...wanted]} onChange={setWanted}><Label className="field-label">{t('parts')}</Label>
          {parts.map((part) => <Checkbox key={part} value={part} className="radio seminar-check">{t(`part.${part}`)}</Checkbox>)}</CheckboxGroup>
        {OF_SEATS.some(has) && <CheckboxGroup className="pack-ticks" value={[...chosen]} onChange={setChosen}><Label className="field-label">{t('seats')}</Label>
          {seats.map((seat) => <Checkbox key={seat} value={seat} className="radio seminar-check">{t(`scenario:seat.${seat}.name`)}</Checkbox>)}</CheckboxGroup>}
        <div className="row between">
          <RadioGroup className="pack-ticks" value={paper} onChange={(value) => setPaper(value as Paper)}><Label className="field-label">{t('paper')}</Label>{PAPERS.map((id) => <Radio key={id} value={id} className="radio">{t(`paper.${id}`)}</Radio>)}</RadioGroup>
          <Button type="submit" className="btn btn-main" isDisabled={wanted.length === 0}><Printer size={16} aria-hidden="true" />{t('print')}</Button>
        </div>
      </form>
      <PackContext.Provider value={pack}>
        <div className="pack-sheets">
          {has('schedule') && <ScheduleSheet />}
          {has('rules') && <RulesSheets />}
          {mine.map((seat) => [has('public') && <RoleBrief key={`${seat} public`} seat={seat} />, has('secret') && <SecretBrief key={`${seat} secret`} seat={seat} />, has('secret') && <WorthSheet key={`${seat} worth`} seat={seat} />])}
          {has('cards') && <ClauseCards />}
          {has('observer') && <ObserverSheets />}
          {has('paper') && mine.map((seat) => <PaperSheet key={seat} seat={seat} />)}
        </div>
      </PackContext.Provider>
    </div>
  );
}
