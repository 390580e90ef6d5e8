/** Setting up a class: no account, every choice has a default, the door's promises are made here. */
import { useCallback, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { Button, Input, Label, NumberField, Radio, RadioGroup, Switch, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { LEVELS } from '@concert/shared/protocol/messages';
import { CAPITALS, OBSERVERS_MOST, PLANS, type PlanId } from '@concert/shared/protocol/seminar';
import { readRoster } from '@concert/shared/seminar/roster';
import { createClass, type ClassWish } from '../net/classes.ts';
import { getScenario } from '../net/api.ts';
import { FIRST_SCENARIO } from '../screens/home/enter.ts';
import { Page } from '../screens/Page.tsx';
import { tellRefusal } from '../store/gameStore.ts';
import { useLoad } from '../store/useLoad.ts';
import { ScenarioTiles } from './ScenarioTiles.tsx';
import { desks, keepDesk } from './keys.ts';
import { pendingChoice } from './lti/pending.ts';
import './seminar.css';

const APPROVABLE = ['choose', 'propose', 'sign'] as const;

export default function SetUp() {
  const { t } = useTranslation('seminar');
  const [, go] = useLocation();
  const [chosen, setChosen] = useState(FIRST_SCENARIO);
  const { answer } = useLoad(useCallback(() => getScenario(location.origin, chosen), [chosen]));
  const scenario = answer?.ok ? answer.value : null;
  const [title, setTitle] = useState('');
  const [wish, setWish] = useState({ plan: 'class90' as PlanId, level: 'standard' as (typeof LEVELS)[number], seating: 'balanced', oversight: 'everything', reveal: 'everything', guided: true, delegations: true, pseudonyms: false, tables: 1, keepDays: 180, capital: 'off', observers: 'public', mayObserve: true });
  const [approval, setApproval] = useState<readonly string[]>([]);
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof wish>): void => setWish((before) => ({ ...before, ...change }));
  const roster = useMemo(() => readRoster(pasted, scenario?.seats.map(({ id }) => id) ?? [], scenario?.offices?.map(({ id }) => id) ?? []), [pasted, scenario]);
  // A roster that names a third table asks for three.
  const named = Math.max(1, ...roster.people.map(({ table }) => table ?? 1));
  const tables = Math.max(wish.tables, named);
  const known = desks();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const made = await createClass(location.origin, { ...wish, tables, title: title.trim(), scenario: chosen, approval: [...approval], roster: [...roster.people] } as ClassWish);
    setBusy(false);
    if (!made.ok) return tellRefusal(made);
    keepDesk(made.value.code, made.value.token);
    // An instructor who came from a learning platform goes back through its page, which makes this the class of the course.
    go(pendingChoice() ? `/lti?class=${made.value.code}` : `/class/${made.value.code}/desk`);
  };
  const read = async (files: FileList | null): Promise<void> => { const file = files?.[0]; if (file) setPasted(await file.text()); };

  return (
    <Page title={t('setup.title')}>
      <form className="seminar-setup" onSubmit={(event) => void submit(event)}>
        <header className="stack"><h1>{t('setup.title')}</h1><p className="hero-lead">{t('setup.lead')}</p>
          {known.length > 0 && <p className="row hint">{t('setup.known')} {known.slice(0, 4).map((code) => <Link key={code} className="code" href={`/class/${code}/desk`}>{code}</Link>)}</p>}
        </header>
        <section className="sheet card" aria-labelledby="setup-what"><h2 id="setup-what">{t('setup.what')}</h2>
          <TextField className="field" value={title} onChange={setTitle} maxLength={80}><Label>{t('setup.name')}</Label><Input className="input" placeholder={t('setup.name.example')} /></TextField>
          <ScenarioTiles value={chosen} onChange={setChosen} />
          <Tiles label={t('setup.plan')} value={wish.plan} onChange={(plan) => set({ plan: plan as PlanId })} ids={Object.keys(PLANS)} title={(id) => t(`plan.${id}`)} help={(id) => t(`plan.${id}.help`, { rounds: Math.min(PLANS[id as PlanId].rounds, scenario?.rounds ?? PLANS[id as PlanId].rounds), minutes: PLANS[id as PlanId].minutes, debrief: PLANS[id as PlanId].debrief })} />
          <Tiles label={t('ui:host.level')} value={wish.level} onChange={(level) => set({ level: level as (typeof LEVELS)[number] })} ids={LEVELS} title={(id) => t(`ui:level.${id}`)} help={(id) => t(`ui:level.${id}.help`)} />
        </section>
        <section className="sheet card" aria-labelledby="setup-who"><h2 id="setup-who">{t('setup.who')}</h2>
          <div className="pair">
            <NumberField className="field" value={tables} onChange={(count) => set({ tables: count })} minValue={named} maxValue={12}><Label>{t('setup.tables')}</Label><Input className="input" /></NumberField>
            <NumberField className="field" value={wish.keepDays} onChange={(keepDays) => set({ keepDays })} minValue={1} maxValue={730}><Label>{t('setup.keep')}</Label><Input className="input" /></NumberField>
          </div>
          <Tiles label={t('setup.seating')} value={wish.seating} onChange={(seating) => set({ seating })} ids={['balanced', 'random', 'chosen']} title={(id) => t(`seating.${id}`)} help={(id) => t(`seating.${id}.help`)} />
          <Tiles label={t('setup.capital')} value={wish.capital} onChange={(capital) => set({ capital })} ids={CAPITALS} title={(id) => t(`capital.${id}`)} help={(id) => t(`capital.${id}.help`)} />
          <Toggle on={wish.delegations} onChange={(delegations) => set({ delegations })} help={t('setup.delegations.help')}>{t('setup.delegations')}</Toggle>
          <Toggle on={wish.pseudonyms} onChange={(pseudonyms) => set({ pseudonyms })} help={t('setup.pseudonyms.help')}>{t('setup.pseudonyms')}</Toggle>
          <TextField className="field" value={pasted} onChange={setPasted}><Label>{t('setup.roster')}</Label><TextArea className="input seminar-roster" rows={6} placeholder={t('setup.roster.example')} /></TextField>
          <p className="row"><label className="btn">{t('setup.roster.file')}<input type="file" accept=".csv,.txt,text/csv,text/plain" className="sr" onChange={(event) => void read(event.target.files)} /></label>
            <span className="hint" role="status">{t('setup.roster.read', { count: roster.people.length })}{roster.unread.length > 0 && ` ${t('setup.roster.unread', { lines: roster.unread.join(', ') })}`}</span></p>
          <p className="hint">{t('setup.roster.help')}</p>
        </section>
        <section className="sheet card" aria-labelledby="setup-see"><h2 id="setup-see">{t('setup.see')}</h2><p className="hint">{t('setup.see.help')}</p>
          <Tiles label={t('setup.oversight')} value={wish.oversight} onChange={(oversight) => set({ oversight })} ids={['everything', 'public']} title={(id) => t(`oversight.${id}`)} help={(id) => t(`oversight.${id}.help`)} />
          <Tiles label={t('setup.reveal')} value={wish.reveal} onChange={(reveal) => set({ reveal })} ids={['everything', 'own']} title={(id) => t(`reveal.${id}`)} help={(id) => t(`reveal.${id}.help`)} />
          <Tiles label={t('setup.observers')} value={wish.observers} onChange={(observers) => set({ observers })} ids={['public', 'everything']} title={(id) => t(`observers.${id}`)} help={(id) => t(`observers.${id}.help`)} />
          <Toggle on={wish.mayObserve} onChange={(mayObserve) => set({ mayObserve })} help={t('setup.mayObserve.help', { most: OBSERVERS_MOST })}>{t('setup.mayObserve')}</Toggle>
          <Toggle on={wish.guided} onChange={(guided) => set({ guided })} help={t('setup.guided.help')}>{t('setup.guided')}</Toggle>
          <fieldset className="stack seminar-approval"><legend className="field-label">{t('setup.approval')}</legend><p className="hint">{t('setup.approval.help')}</p>
            {APPROVABLE.map((id) => <Toggle key={id} on={approval.includes(id)} onChange={(on) => setApproval(on ? [...approval, id] : approval.filter((each) => each !== id))}>{t(`approval.${id}`)}</Toggle>)}
          </fieldset>
        </section>
        <p className="row between seminar-go"><span className="hint">{t('setup.later')}</span><Button type="submit" className="btn btn-main" isDisabled={busy || !scenario}>{busy ? t('ui:play.opening') : t('setup.create')}</Button></p>
      </form>
    </Page>
  );
}

function Tiles({ label, value, onChange, ids, title, help }: { readonly label: string; readonly value: string; readonly onChange: (id: string) => void; readonly ids: readonly string[]; readonly title: (id: string) => string; readonly help: (id: string) => string }) {
  return (
    <RadioGroup className="radios presets" value={value} onChange={onChange}><Label className="field-label">{label}</Label>
      <div className="preset-tiles">{ids.map((id) => <Radio key={id} value={id} className="preset-tile"><strong>{title(id)}</strong><span className="hint">{help(id)}</span></Radio>)}</div>
    </RadioGroup>
  );
}
function Toggle({ on, onChange, help, children }: { readonly on: boolean; readonly onChange: (on: boolean) => void; readonly help?: string; readonly children: ReactNode }) {
  return <div><Switch className="switch" isSelected={on} onChange={onChange}><span className="switch-track" aria-hidden="true" />{children}</Switch>{help !== undefined && <p className="hint">{help}</p>}</div>;
}
