/** M16, BU-4: every round with a widened programme and no pledge against transfers brings the leak to non-state hands nearer. */
import type { Recorder } from '../../engine/recorder.ts';
import { isInForce } from '../ledger.ts';
import { allows } from '../level.ts';

const FROM_RUNG = 6;

/** PH-2.9: counts the round; the event that waits for the counter sets it back. */
export function countLeak(r: Recorder): void {
  const { scenario, state } = r;
  if (state.indicators.PRO < FROM_RUNG || !allows(scenario, state, 'M16')) return;
  if (scenario.clauses.some((clause) => clause.effect.noTransfer === true && isInForce(state, clause.id))) return;
  r.emit({ type: 'leakCounted', counter: state.craft.leakCounter + 1 });
}
