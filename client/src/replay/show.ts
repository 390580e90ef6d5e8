/** Puts the recorded moment where the table reads it: view, scenario and whose chair; the line is closed, so nothing can be done. */
import { publicScenario, type PublicScenario, type View, type Viewer } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';
import { startTransition, useEffect, useState } from 'react';
import { EMPTY, gameStore, type GameState } from '../store/gameStore.ts';
import { replayStore } from './replayStore.ts';

const scenarios = new WeakMap<Reel, PublicScenario>();
function scenarioOf(reel: Reel): PublicScenario {
  let scenario = scenarios.get(reel);
  if (!scenario) scenarios.set(reel, (scenario = publicScenario(reel.opened.scenario)));
  return scenario;
}

/** The view of a step without its menu: what was possible then is not possible now. */
export const sightAt = (reel: Reel, step: number, viewer: Viewer): View => ({ ...reel.viewAt(step, viewer), legal: null });

function show(): void {
  const { reel, step, viewer } = replayStore.getState();
  if (!reel) return;
  const { title, match } = reel.opened.header;
  const seat = viewer.kind === 'seat' ? viewer.seat : null;
  const { you, scenario, recorded } = gameStore.getState();
  const now = recorded && you?.seat === seat && you.name === title ? you : { member: match, name: title, seat, host: false, seatKey: null };
  const shown = scenarioOf(reel);
  gameStore.setState({ ...(recorded && scenario === shown ? {} : EMPTY), recorded: true, scenario: shown, you: now, view: sightAt(reel, step, viewer) });
}

/** A moment on its way to the page; one that is dropped before it stands there is not drawn any further. */
interface Turn { readonly state: GameState; dropped: boolean }
let undrawn: Turn | null = null;
/** A single step of the hand to the next act is drawn at once: little changes, and nothing else moves that could falter. */
let atOnce = false;
/** Told when a moment stands on the page. */
let drawn: () => void = () => {};
/** The hand has gone on: what is half drawn would only be begun anew at every frame. */
function drop(): void {
  if (undrawn) undrawn.dropped = true;
  undrawn = null;
}

/** The state the table is drawn from: a new moment is drawn a little in every frame, whatever the reader does to the table at once. */
export function useShown(): GameState {
  const [turn, setTurn] = useState<Turn>(() => ({ state: gameStore.getState(), dropped: false }));
  const [last, setLast] = useState(turn.state);
  const shown = turn.dropped ? last : turn.state;
  useEffect(() => {
    setTurn({ state: gameStore.getState(), dropped: false });
    return gameStore.subscribe((state, before) => {
      const next: Turn = { state, dropped: false };
      // One that comes before the last is drawn goes at once: a player that plays fast must not wait for ever.
      if (atOnce || undrawn || before.view === null || (state.view === before.view && state.you === before.you)) setTurn(next);
      else startTransition(() => setTurn((undrawn = next)));
    });
  }, []);
  useEffect(() => {
    undrawn = null;
    setLast(shown);
    drawn();
  }, [turn, shown]);
  return shown;
}

/** A table that is drawn faster than this, map and all, follows the hand; any other is drawn when the hand rests. The timeline follows at every frame. */
const FREE_MS = 34;
/** Two changes closer than this belong to one movement of the hand. */
const REST_MS = 110;

/** Shows every moment the store asks for, the latest of each frame, or of each movement where frames are dear; returns how to stop. */
export function showMoments(): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let cost = Infinity;
  let changed = -Infinity;
  let held = false;
  let asked = Infinity;
  // Panels first, the map in the frame after them.
  drawn = () => { requestAnimationFrame(() => { if (asked < Infinity) cost = performance.now() - asked; asked = Infinity; }); };
  let alone = false;
  let near = false;
  const now = (): void => {
    clearTimeout(rest);
    rest = undefined;
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (asked === Infinity) asked = performance.now();
      atOnce = alone && near;
      show();
      atOnce = false;
    });
  };
  show();
  const stop = replayStore.subscribe((state, before) => {
    if (state.reel === before.reel && state.step === before.step && state.viewer === before.viewer) return;
    const at = performance.now();
    alone = at - changed > REST_MS && !held && !state.playing;
    near = Math.abs(state.step - before.step) <= 1 && state.viewer === before.viewer;
    changed = at;
    if (alone || state.playing || cost <= FREE_MS || state.reel !== before.reel) return now();
    clearTimeout(rest);
    drop();
    rest = setTimeout(() => { alone = false; now(); }, REST_MS);
  });
  const down = (event: PointerEvent): void => { held = event.target instanceof HTMLInputElement && event.target.type === 'range'; };
  const up = (): void => { held = false; };
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('pointerup', up, true);
  window.addEventListener('pointercancel', up, true);
  return () => {
    stop();
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    drawn = () => {};
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointerup', up, true);
    window.removeEventListener('pointercancel', up, true);
    gameStore.setState(EMPTY, true);
  };
}
