/** M09, EV-9: a power that has gained enough draws one core-interest card: a clause that pays it if it is performed. */
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import type { SeatId } from '../../model/ids.ts';
import { powers } from '../../model/pairs.ts';
import type { Card } from '../../model/statecraft.ts';
import type { MatchState } from '../../model/state.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { tally } from '../../engine/tally.ts';
import { fireOn } from '../events/fire.ts';
import { allows } from '../level.ts';
import { performedTranches } from '../ledger.ts';
import { pick } from '../random.ts';

const coreCards = (state: MatchState, seat: SeatId): readonly Card[] => (state.craft.cards[seat] ?? []).filter((card) => card.kind === 'core');

/** Deals the card of every power whose share has risen by the scenario's measure since the start; one a match. */
export function dealCoreCards(r: Recorder): void {
  const { coreCards: rule } = r.scenario;
  if (!rule || !allows(r.scenario, r.state, 'M09')) return;
  for (const seat of powers(r.scenario)) {
    const start = r.scenario.seats.find((spec) => spec.id === seat)?.pow ?? 0;
    const now = r.state.seats[seat]?.pow ?? 0;
    if (now - start < rule.gain || coreCards(r.state, seat).length > 0) continue;
    const drawn = pick(r.state.random, rule.clauses[seat] ?? []);
    if (drawn.item === undefined) continue;
    r.emit({ type: 'randomDrawn', random: drawn.random });
    r.emit({ type: 'cardMoved', seat, card: { id: `core-${seat}`, kind: 'core', round: r.state.round, clause: drawn.item, state: 'held' } });
    fireOn(r, tally(), 'coreCard'); // E25
    post(r, 'fold.card.core', { seat });
    post(r, 'fold.card.core.own', { seat, clause: drawn.item, value: rule.worth }, [seat]);
  }
}

/** SC-4: what a seat's core-interest card pays at the end. */
export function coreCardPoints(scenario: Scenario, state: MatchState, seat: SeatId): number {
  const worth = scenario.coreCards?.worth ?? 0;
  return coreCards(state, seat).filter((card) => card.clause !== undefined && performedTranches(state, card.clause) > 0).length * worth;
}
