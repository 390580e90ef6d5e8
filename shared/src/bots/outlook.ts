/** What the table looks like to a seat before it acts: what the talks brought, what was shot, how tight the wall is held. */
import type { SeatId } from '../model/ids.ts';
import { mandateTest } from './aims.ts';
import { senseOf } from './sense.ts';
import type { Mind } from './types.ts';
import { clauseOf } from './worth.ts';
import type { CommitmentSlice } from '../model/view.ts';
import type { MandateTest } from '../scenario/schema.ts';

export interface Outlook {
  /** What the talks have brought this seat lately, 3 at most; below 0 where others broke their word or left the table. */
  readonly well: number;
  /** Somebody provoked in the last round. */
  readonly shot: boolean;
  /** Own promises in force, by clause, that an act could break. */
  readonly bound: ReadonlySet<string>;
  /** Those of them whose words leave a way out: in writing, without the rider that names the act. */
  readonly loose: ReadonlySet<string>;
  /** RL: the pressure this seat believes gets through, whatever was declared. */
  readonly pressure: number;
  /** It has never felt what a crossing costs. */
  readonly untried: boolean;
  /** Acts the own mandate asks for, and whether it fears tension or a suspended table. */
  readonly wanted: ReadonlySet<string>;
  readonly keepsCalm: boolean;
  readonly keepsTable: boolean;
}

export function outlookOf(mind: Mind): Outlook {
  const { view, memory, me } = mind;
  const { round, talksOpen } = view.table;
  const sense = senseOf(mind);
  let brought = 0;
  let broken = 0;
  const bound = new Set<string>();
  const loose = new Set<string>();
  for (const id in view.commitments) {
    const c = view.commitments[id];
    if (!c) continue;
    if (c.giver === mind.seat) { if (c.state === 'performed' || c.state === 'due' || c.state === 'agreed' || c.state === 'unverifiable') { bound.add(c.clause); if (leavesRoom(mind, c)) loose.add(c.clause); } continue; }
    if (c.state === 'breached') broken += 1;
    else if (c.adoptedAt >= round - 1) brought += Math.max(0, sense.own[sense.atlas.clauseAt.get(c.clause) ?? -1] ?? 0) / c.givers.length;
  }
  const wanted = new Set<string>();
  const traits = { calm: false, table: false };
  const test = mandateTest(mind);
  if (test) read(test, mind.seat, wanted, traits);
  let wronged = 0;
  for (const points of memory.grudges.values()) wronged += points;
  return {
    well: Math.min(3, brought / 7) - Math.min(2, broken) - Math.min(1, wronged / 8) - (talksOpen ? 0 : 1),
    shot: view.history[String(round - 1)]?.sides != null, bound, loose, pressure: me.seat === mind.scenario.proliferator ? believed(mind) : view.gauges.paperPressure,
    untried: !me.nTerms.some((term) => term.code === 'pressure'),
    wanted, keepsCalm: traits.calm, keepsTable: traits.table,
  };
}

/** CO-12: a promise whose rider was left out and whose counterpart does not stand. */
function leavesRoom(mind: Mind, c: CommitmentSlice): boolean {
  const rider = clauseOf(mind.scenario, c.clause)?.rider;
  return rider !== undefined && c.mode === 'WRITTEN' && c.options?.rider !== true && !Object.values(mind.view.commitments).some((other) => other?.clause === rider.unless && other.state === 'performed');
}

function read(test: MandateTest, seat: SeatId, wanted: Set<string>, traits: { calm: boolean; table: boolean }): void {
  if (test.is === 'all' || test.is === 'any') for (const part of test.of) read(part, seat, wanted, traits);
  else if (test.is === 'usedAction' && test.seat === seat) wanted.add(test.action);
  else if (test.is === 'tensionBelow') traits.calm = true;
  else if (test.is === 'suspendedAtMost') traits.table = true;
}

/** How far declared levels are believed: united powers that trust each other hold the wall, divided ones leave holes (L9, RL-2). */
function believed(mind: Mind): number {
  const { gauges, history, table } = mind.view;
  const { atlas, bands, seats } = senseOf(mind);
  let sum = 0;
  let count = 0;
  for (const [i, a] of atlas.powers.entries()) {
    for (const b of atlas.powers.slice(i + 1)) { sum += bands[(atlas.place.get(a) ?? 0) * seats + (atlas.place.get(b) ?? 0)] ?? 2; count += 1; }
  }
  const trust = count > 0 ? sum / count : 2;
  const leaks = mind.scenario.seats.some((seat) => seat.canLeak) && table.level !== 'core' ? 1 : 0.4;
  let held = 1 - leaks * Math.max(0, 0.42 - gauges.values.CON * 0.005 - (trust - 2.2) * 0.3 + gauges.values.BLOC * 0.001);
  // What the last crossing really cost tells more than any declaration (VI: the price is felt).
  const felt = mind.me.nTerms.findLast((term) => term.code === 'pressure');
  const paper = history[String(table.round - 1)]?.paperPressure ?? gauges.paperPressure;
  if (felt && paper > 0) held = held * 0.1 + Math.min(1.1, (-felt.value * 10 + 4) / paper) * 0.9;
  return Math.max(0, Math.min(100, gauges.paperPressure * held));
}
