/** CO-12, E04: a launch said to carry a satellite: a dispute about the words where the words left room for it, a breach where they did not. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import type { Commitment, MatchState, Tranche } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { ClauseSpec, Scenario } from '../scenario/schema.ts';
import { fireById } from './events/fire.ts';
import { isInForce } from './ledger.ts';
import { allows } from './level.ts';
import { secret, witnesses } from './secrecy.ts';

const riderOf = (scenario: Scenario, c: Commitment): NonNullable<ClauseSpec['rider']> | undefined => lookup(scenario).clauses.get(c.clause)?.rider;

/** Whether the event that names it is played, the promise is written without the rider, and nothing in force takes the excuse away. */
export function isSatellite(scenario: Scenario, state: MatchState, c: Commitment, acts: NonNullable<MatchState['acts']>['actions']): boolean {
  const rider = riderOf(scenario, c);
  if (!rider || c.mode !== 'WRITTEN' || c.options?.rider === true || !acts.some((act) => act.action === rider.action && act.seat === c.giver)) return false;
  return lookup(scenario).events.has(rider.event) && allows(scenario, state, rider.event) && !isInForce(state, rider.unless);
}

/** CO-1: disputed, not broken; what was given stays given, and what is still owed is void. */
export function disputeSatellite(r: Recorder, t: Tally, c: Commitment): void {
  const rider = riderOf(r.scenario, c);
  if (!rider) return;
  const tranches = c.tranches.map((tranche): Tranche => (tranche.state === 'pending' || tranche.state === 'due' || tranche.state === 'late' ? { ...tranche, state: 'void' } : tranche));
  r.emit({ type: 'commitmentMoved', commitment: c.id, state: 'disputed', tranches, set: { deniable: false } });
  post(r, 'table.satellite', { giver: c.giver, clause: c.clause, receivers: c.receivers }, witnesses(c), r.scenario.places[c.clause]);
  if (!secret(c)) fireById(r, t, rider.event);
}
