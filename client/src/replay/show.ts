/** Puts the recorded moment where the table reads it: view, scenario and whose chair; the line is closed, so nothing can be done. */
import { publicScenario, type PublicScenario, type View, type Viewer } from '@concert/shared';
import type { Reel } from '@concert/shared/recording/index';
import { EMPTY, gameStore } from '../store/gameStore.ts';
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

/** Shows every moment the store asks for, the latest of each frame only; returns how to stop. */
export function showMoments(): () => void {
  let frame = 0;
  show();
  const stop = replayStore.subscribe((now, before) => {
    if (now.reel === before.reel && now.step === before.step && now.viewer === before.viewer) return;
    if (frame) return;
    frame = requestAnimationFrame(() => { frame = 0; show(); });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
    gameStore.setState(EMPTY, true);
  };
}
