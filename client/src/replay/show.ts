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

/** A table that takes longer to draw than this is drawn when the hand rests; the timeline follows it at every frame. */
const FRAME_MS = 34;
/** Two changes closer than this belong to one movement of the hand. */
const REST_MS = 110;

/** Shows every moment the store asks for, the latest of each frame, or of each movement where frames are dear; returns how to stop. */
export function showMoments(): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let cost = Infinity;
  let changed = -Infinity;
  const now = (): void => {
    clearTimeout(rest);
    if (frame) return;
    frame = requestAnimationFrame((began) => {
      frame = 0;
      show();
      // What the table costs shows at the next frame: panels, then the map.
      requestAnimationFrame((next) => { cost = next - began; changed = Math.max(changed, performance.now()); });
    });
  };
  show();
  const stop = replayStore.subscribe((state, before) => {
    if (state.reel === before.reel && state.step === before.step && state.viewer === before.viewer) return;
    const at = performance.now();
    const alone = at - changed > REST_MS;
    changed = at;
    if (alone || cost <= FRAME_MS || state.reel !== before.reel) return now();
    clearTimeout(rest);
    rest = setTimeout(now, REST_MS);
  });
  return () => {
    stop();
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    gameStore.setState(EMPTY, true);
  };
}
