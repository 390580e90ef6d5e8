/** What the table asks of us at this moment: one plain sentence, the acts the rules allow, and "ready". */
import { Check, Hourglass } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { View } from '@concert/shared';
import { CodexLink } from '../codex/CodexLink.tsx';
import { useLegal, useRecorded, useView } from '../store/gameStore.ts';
import './panels.css';
import { Fold } from './parts/Fold.tsx';
import { Refused } from './parts/Refused.tsx';
import { SeatList } from './parts/SeatTag.tsx';
import { AnswerForm } from './phase/AnswerForm.tsx';
import { Brief } from './phase/Brief.tsx';
import { Communique } from './phase/Communique.tsx';
import { CrisisForm } from './phase/CrisisForm.tsx';
import { Declaration } from './phase/Declaration.tsx';
import { Dock } from './phase/Dock.tsx';
import { HotlineForm } from './phase/HotlineForm.tsx';
import { Meetings } from './phase/Meetings.tsx';
import { PlenaryHints } from './phase/PlenaryHints.tsx';
import { PreSteps } from './phase/PreSteps.tsx';
import { SecretForm } from './phase/SecretForm.tsx';
import { Calls } from './statecraft/Calls.tsx';
import { InForce } from './statecraft/InForce.tsx';
import { Tools } from './statecraft/Tools.tsx';
import { useSpeech } from './speech.ts';
import { useAct } from './useAct.ts';

/** Which sentence fits: the phase, and whether we still owe it something. */
export function momentOf(view: View): string {
  const { table, me, legal } = view;
  if (table.status === 'ended' || view.ending) return 'now.ended';
  if (table.status === 'waiting') return 'now.waiting';
  const phase = table.phase === 'plenary' && !table.talksOpen ? 'suspended' : table.phase;
  if (!me || !legal) return `now.${phase}.watch`;
  const sealed = (phase === 'declaration' && me.sealed.declaration !== null) || (phase === 'secret' && me.sealed.choice !== null)
    || (phase === 'crisis' && me.sealed.side !== null) || (phase === 'hotline' && me.sealed.stand !== null);
  if (sealed) return `now.${phase}.sealed`;
  const asked = { declaration: legal.declare !== null, bilateral: legal.meet !== null, secret: legal.choose !== null, crisis: legal.side !== null || legal.answerActs.length > 0, hotline: legal.stand }[phase as 'crisis'] ?? legal.ready;
  // The acts of step 7 ask for answers also where nobody was provoked (AC-5).
  if (phase === 'crisis' && legal.side === null && legal.answerActs.length > 0) return 'now.crisis.answer';
  return `now.${phase}.${asked ? 'act' : 'watch'}`;
}

export default function WhatNow() {
  const view = useView();
  const legal = useLegal();
  const recorded = useRecorded();
  const { t, num } = useSpeech();
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const section = useRef<HTMLElement>(null);
  // A new phase is read from its first line.
  const phaseSeq = view?.table.phaseSeq;
  useEffect(() => { if (section.current?.parentElement) section.current.parentElement.scrollTop = 0; }, [phaseSeq]);
  if (!view) return null;
  const { table, me } = view;
  const moment = momentOf(view);
  const running = table.status === 'running' && !view.ending;
  return (
    <section ref={section} className="pn-panel pn-now" aria-labelledby="pn-now-title" data-coach="now">
      <header className="pn-head">
        <p className="pn-eyebrow">
          {t('now.where', { round: num(table.round), rounds: num(table.rounds) })}
          {' · '}{t(`phase.${table.phase}`)}{table.phase === 'bilateral' && ` ${num(table.slot)}/${num(table.slots)}`}
          {' '}<CodexLink id={`phase-${table.phase}`} name={t(`phase.${table.phase}`)} />
        </p>
        <h2 id="pn-now-title" className="pn-title" aria-live="polite">{t(moment)}</h2>
      </header>
      {running && (
        <Dock value={dock}>
          {!recorded && <Calls view={view} />}
          {(table.phase === 'dawn' || table.phase === 'reveal' || (table.phase === 'brief' && !me)) && <Communique view={view} />}
          {(table.phase === 'brief' || table.phase === 'dawn') && me && <Brief view={view} me={me} />}
          {legal?.declare && me && <Declaration view={view} me={me} levels={legal.declare.levels} bound={legal.declare.bound} />}
          {(table.phase === 'bilateral') && <Meetings view={view} meet={legal?.meet ?? null} />}
          {legal && legal.preStep.length > 0 && <PreSteps view={view} steps={legal.preStep} />}
          {table.phase === 'plenary' && table.talksOpen && <PlenaryHints view={view} />}
          {legal?.choose && me && <SecretForm key={table.phaseSeq} view={view} me={me} choose={legal.choose} />}
          {view.crisis && (table.phase === 'crisis' || table.phase === 'reveal') && <CrisisForm view={view} crisis={view.crisis} side={legal?.side ?? null} />}
          {legal && legal.answerActs.length > 0 && <AnswerForm view={view} asked={legal.answerActs} />}
          {legal?.stand && me && <HotlineForm me={me} />}
          {!recorded && <Tools view={view} />}
          {table.phase === 'brief' && <InForce view={view} />}
          {table.phase === 'brief' && me && <Fold title={t('brief.communique', { round: num(table.round - 1) })}><Communique view={view} bare /></Fold>}
        </Dock>
      )}
      {running && me && legal && <div className="pn-dock"><div ref={setDock} /><ReadyBar view={view} /></div>}
    </section>
  );
}

function ReadyBar({ view }: { readonly view: View }) {
  const { t } = useSpeech();
  const { act, busy, refused } = useAct();
  const { table, me, legal } = view;
  if (!me || !legal) return null;
  const on = table.ready.includes(me.seat);
  // One main button at a time: while a sealed decision is owed, that is it.
  const owes = momentOf(view).endsWith('.act') && (legal.declare !== null || legal.choose !== null || legal.side !== null || legal.stand || Object.values(view.proposals).some((text) => text.waiting.includes(me.seat)));
  const others = table.awaited.filter((seat) => seat !== me.seat);
  return (
    <div className="pn-ready">
      {legal.ready || on
        ? (
          <Button className={on || owes ? 'pn-button' : 'pn-button pn-primary'} isDisabled={busy} onPress={() => void act({ type: 'ready', on: !on })} aria-pressed={on} data-coach="ready">
            {on ? <Hourglass size={16} aria-hidden="true" /> : <Check size={16} aria-hidden="true" />}{on ? t('ready.undo') : t('ready.do')}
          </Button>
        )
        : null}
      <p className="pn-note">{others.length > 0 ? <>{t('ready.awaited')} <SeatList seats={others} short /></> : t(on ? 'ready.nobody' : 'ready.onlyUs')}</p>
      <Refused refusal={refused} />
    </div>
  );
}
