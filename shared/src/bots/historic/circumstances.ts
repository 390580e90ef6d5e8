/** Whether a circumstance holds, read off the own view. */
import type { SeatId } from '../../model/ids.ts';
import type { CommitmentSlice } from '../../model/view.ts';
import type { Mind } from '../types.ts';
import type { Circumstance, Gauge, Rule } from './schema.ts';

const STANDING: ReadonlySet<string> = new Set(['agreed', 'due', 'late', 'performed', 'unverifiable', 'ratifying', 'blocked']);
const BROKEN: ReadonlySet<string> = new Set(['breached', 'reversed', 'disputed']);

/** A rule is followed now: what it asks for holds, and the dice say so. */
export const follows = (mind: Mind, rule: Rule): boolean => (rule.when === undefined || holds(mind, rule.when)) && (rule.chance === undefined || mind.random() * 100 < rule.chance);

export function holds(mind: Mind, test: Circumstance): boolean {
  switch (test.is) {
    case 'all': return test.of.every((part) => holds(mind, part));
    case 'any': return test.of.some((part) => holds(mind, part));
    case 'not': return !holds(mind, test.of);
    case 'gauge': return within(gauge(mind, test.key), test);
    case 'trust': return within(trust(mind, test.with), test);
    case 'acted': return acted(mind, test.action, test.by, test.within);
    case 'promised': return promises(mind, test.clause, test.by, (c) => STANDING.has(c.state));
    case 'performed': return promises(mind, test.clause, test.by, (c) => c.tranches.some((tranche) => tranche.state === 'performed') && c.state !== 'reversed');
    case 'owing': return promises(mind, test.clause, test.by, (c) => c.state === 'due' || c.state === 'late' || c.tranches.some((tranche) => tranche.state === 'late'));
    case 'broken': return promises(mind, test.clause, test.by, (c) => BROKEN.has(c.state));
    case 'event': return mind.view.table.events.includes(test.event);
    case 'talks': return mind.view.table.talksOpen === test.open;
    case 'cabinet': return mind.view.seats[mind.seat]?.cabinet === test.cabinet;
    case 'provoked': return recent(mind, test.within).some((round) => round?.sides != null || (round?.tests ?? 0) > 0);
    case 'provoker': return mind.view.crisis?.provoker === test.seat;
    case 'picked': return lastSides(mind)?.picks[test.seat] === test.side;
    default: return test satisfies never;
  }
}

const within = (value: number, { atLeast, below }: { atLeast?: number | undefined; below?: number | undefined }): boolean => (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);

function gauge(mind: Mind, key: Gauge): number {
  const { gauges, table } = mind.view;
  switch (key) {
    case 'pressure': return gauges.paperPressure;
    case 'tests': return gauges.tests;
    case 'launches': return gauges.launches;
    case 'rung': return gauges.pro.exact ?? gauges.pro.low;
    case 'support': return mind.me.ds;
    case 'round': return table.round;
    case 'received': return received(mind);
    default: return gauges.values[key];
  }
}

/** What the promises of others have brought this seat. */
function received(mind: Mind): number {
  let sum = 0;
  for (const id in mind.view.commitments) {
    const c = mind.view.commitments[id];
    if (c && c.giver !== mind.seat && c.state !== 'reversed') for (const tranche of c.tranches) if (tranche.state === 'performed') sum += tranche.values[mind.seat] ?? 0;
  }
  return sum;
}

/** Trust of the own pair. */
export function trust(mind: Mind, other: SeatId): number {
  const pair = mind.view.trust[`${mind.seat}-${other}`] ?? mind.view.trust[`${other}-${mind.seat}`];
  return pair?.exact ?? (pair?.band ?? 2) * 20 + 10;
}

const recent = (mind: Mind, rounds: number) => Array.from({ length: rounds }, (_, i) => mind.view.history[String(mind.view.table.round - 1 - i)]);
const lastSides = (mind: Mind) => mind.view.history[String(mind.view.table.round - 1)]?.sides ?? null;

/** A public act of the last rounds, or one just revealed. */
function acted(mind: Mind, action: string, by: string | undefined, rounds: number): boolean {
  const match = (act: { readonly seat: SeatId; readonly action: string }): boolean => act.action === action && (by === undefined || act.seat === by);
  return recent(mind, rounds).some((round) => round?.actions?.some(match)) || (mind.view.crisis !== null && mind.view.revealed.some(match));
}

function promises(mind: Mind, clause: string, by: string | undefined, ok: (c: CommitmentSlice) => boolean): boolean {
  for (const id in mind.view.commitments) {
    const c = mind.view.commitments[id];
    if (c?.clause === clause && (by === undefined || c.giver === by) && ok(c)) return true;
  }
  return false;
}
export const promisedBy = (mind: Mind, clause: string, giver: SeatId): boolean => promises(mind, clause, giver, (c) => STANDING.has(c.state));
export const isPromised = (mind: Mind, clause: string): boolean => promises(mind, clause, undefined, (c) => STANDING.has(c.state));
