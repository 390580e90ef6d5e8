/** The red line: five levels in words, what each costs at home, and what it does to the common front (M05, RL-6). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MeSlice, View } from '@concert/shared';
import { useScenario } from '../../store/gameStore.ts';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import type { Speech } from '../speech.ts';
import { useAct } from '../useAct.ts';
import { InDock } from './Dock.tsx';
import type { Effect } from './actionEffects.ts';
import type { RedLineCost } from './redLine.ts';
import { homeCost, spreadWith } from './redLine.ts';

function homeEffects(cost: RedLineCost, level: number, cabinet: string | null, { t, signed }: Speech): Effect[] {
  const { ds, n } = homeCost(cost, level, cabinet);
  const effects: Effect[] = [];
  if (ds !== 0) effects.push({ text: t('declare.ds', { value: signed(ds) }), tone: ds > 0 ? 'good' : 'bad' });
  if (n !== 0) effects.push({ text: t('declare.n', { value: signed(n) }), tone: 'bad' });
  return effects.length > 0 ? effects : [{ text: t('declare.free'), tone: 'plain' }];
}

export function Declaration({ view, me, levels, bound }: { readonly view: View; readonly me: MeSlice; readonly levels: readonly number[]; /** RL-4 */ readonly bound: number | null }) {
  const speech = useSpeech();
  const { t, num } = speech;
  const scenario = useScenario();
  const { act, busy, refused } = useAct();
  const sealed = me.sealed.declaration;
  const [picked, setPicked] = useState<number | null>(sealed ?? view.seats[me.seat]?.redLine ?? null);
  const spec = scenario?.seats.find((seat) => seat.id === me.seat);
  const others = Object.values(view.seats).filter((seat) => seat.id !== me.seat && seat.redLine !== null);
  const swayed = view.craft.effects.flatMap(({ event, effect }) => (effect.do === 'redLine' && effect.seat === me.seat ? [{ event, set: effect.set, most: effect.most }] : []));
  const isPower = view.seats[me.seat]?.kind === 'power';
  return (
    <div className="pn-block">
      {bound !== null && <p className="pn-callout">{t('declare.bound', { level: t(`scenario:level.${bound}`), number: num(bound) })} <CodexLink id="L" /></p>}
      {swayed.map(({ event, set, most }) => <p key={event} className="pn-callout">{t(set === undefined ? 'declare.most' : 'declare.set', { event: t(`scenario:event.${event}.name`), level: t(`scenario:level.${set ?? most ?? 0}`) })}</p>)}
      <p>{t('declare.help')} <CodexLink id="M05" /></p>
      {others.length > 0 && (
        <div className="pn-facts"><span className="pn-label">{t('declare.last')}</span>
          <ul className="pn-inline">{others.map((seat) => <li key={seat.id}><SeatTag seat={seat.id} short /> {t(`scenario:level.${seat.redLine ?? 0}`)}</li>)}</ul>
        </div>
      )}
      <Choice
        label={t('declare.label')} value={picked === null ? null : String(picked)} onChange={(id) => setPicked(Number(id))}
        options={levels.map((level) => ({
          id: String(level),
          title: <>{num(level)} · {t(`scenario:level.${level}`)}</>,
          body: (
            <>
              <span>{t(`scenario:level.${level}.help`)}</span>
              <span className="pn-tags">
                {spec && homeEffects(spec.redLineCost, level, view.seats[me.seat]?.cabinet ?? null, speech).map((effect) => <span key={effect.text} className="pn-tag" data-tone={effect.tone}>{effect.text}</span>)}
                {isPower && <span className="pn-tag" data-tone={spreadWith(view, me.seat, level) >= 2 ? 'bad' : 'good'}>{t(`declare.spread.${Math.min(4, spreadWith(view, me.seat, level))}`)}</span>}
              </span>
            </>
          ),
        }))}
      />
      <p className="pn-note">{t('declare.pressure')} {t('declare.paper', { value: num(view.gauges.paperPressure) })} <CodexLink id="M06" /></p>
      <InDock><div className="pn-row pn-seal">
        <Button className="pn-button pn-primary" data-coach="seal" isDisabled={busy || picked === null || picked === sealed} onPress={() => { if (picked !== null) void act({ type: 'declare', level: picked }); }}>
          {sealed === null ? t('declare.seal') : t('declare.reseal')}
        </Button>
        {sealed !== null && <p className="pn-sealed">{t('declare.sealed', { level: t(`scenario:level.${sealed}`) })}</p>}
        <Refused refusal={refused} />
      </div></InDock>
    </div>
  );
}
