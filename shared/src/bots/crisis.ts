/** The brink: back or restrain, stand down or hold, answer a mediator, and the way back from a suspended table. */
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import { bandBetween, clauseOf } from './worth.ts';
import type { Mind } from './types.ts';

/** SI, M12: backing keeps the client and the public, restraining keeps the peace. */
export function pickSide(mind: Mind): SeatCommand | null {
  if (!mind.legal.side || mind.me.sealed.side !== null || !mind.view.crisis) return null;
  const { view, scenario, seat, profile } = mind;
  const crisis = view.crisis as NonNullable<typeof view.crisis>;
  const mine = scenario.patrons.filter((p) => p.patron === seat).map((p) => p.client);
  const facing: readonly SeatId[] = crisis.provokerPatrons.includes(seat) ? crisis.victimPatrons : crisis.provokerPatrons;
  const { W, CON } = view.gauges.values;
  let back = profile.force * 0.9 - 32;
  back += (50 - CON) * (CON < 50 ? 2 : 0.8);
  // The nearer the war, the dearer the honour; nobody wants it and everybody may stumble into it.
  back -= Math.max(0, W - 50) * (profile.temper === 'steady' ? 1 : profile.temper === 'trader' ? 0.35 : 0.1);
  back -= facing.reduce((sum, other) => sum + (bandBetween(view, seat, other) - 2) * 8, 0);
  // Whoever was faced down last time will not be again; whoever was met half-way remembers that too.
  const before = Object.values(view.history).find((record) => record.round === view.table.round - 1)?.sides;
  if (before) back += facing.some((other) => before.picks[other] === 'back') ? (profile.temper === 'steady' ? 10 : 24) : facing.some((other) => before.picks[other] === 'restrain') ? -10 : 0;
  back += mine.filter((client) => crisis.victims.includes(client)).length * 6;
  if (mine.includes(crisis.provoker)) back -= 6;
  if (mind.me.ds < 40) back += 10;
  if (mind.legal.side.restrainAp > mind.me.ap) back += 4;
  // Promises not to back one's own client count (CO-12).
  const bound = Object.values(view.commitments).some((c) => c.giver === seat && c.state === 'performed' && clauseOf(scenario, c.clause)?.brokenByBacking === true);
  if (bound && mine.includes(crisis.provoker)) back -= 40;
  back += (mind.random() - 0.5) * 50;
  return { type: 'pickSide', side: back > 0 ? 'back' : 'restrain' };
}

/** PH-5. */
export function stand(mind: Mind): SeatCommand | null {
  if (!mind.legal.stand || mind.me.sealed.stand !== null) return null;
  const nerve = mind.profile.force - (mind.view.gauges.values.W - 75) * 4;
  return { type: 'standDown', stand: nerve > 40 + mind.random() * 60 ? 'hold' : 'down' };
}

/** UA20's kind: the powers accept or refuse a mediator. */
export function mediation(mind: Mind): SeatCommand | null {
  const from = mind.legal.mediation.find((seat) => !mind.memory.tried.has(`mediation ${seat}`));
  if (from === undefined) return null;
  mind.memory.tried.add(`mediation ${from}`);
  const trusts = bandBetween(mind.view, mind.seat, from) >= 2;
  return { type: 'answerMediation', from, accept: trusts || mind.random() * 100 >= mind.profile.force };
}

/** SU-3: one first step a suspension while the sum is short, the cheapest that counts. */
export function preStep(mind: Mind): SeatCommand | null {
  const { table } = mind.view;
  if (mind.legal.preStep.length === 0 || table.talksOpen) return null;
  const given = table.preSteps.filter((step) => step.seat === mind.seat);
  const sum = table.preSteps.reduce((all, step) => all + step.worth, 0);
  if (given.length >= 2 || (given.length > 0 && sum >= table.preStepsNeeded) || mind.memory.tried.has('preStep')) return null;
  mind.memory.tried.add('preStep');
  const unwilling = mind.profile.force - 20 * table.suspendedRounds - (table.round >= table.rounds - 1 ? 30 : 0);
  if (mind.random() * 100 < unwilling) return null;
  const net = (clause: string): number => (mind.view.worth[clause]?.own ?? 0) - (mind.view.worth[clause]?.cost ?? 0);
  const best = mind.legal.preStep.filter((step) => step.worth > 0).sort((a, b) => net(b.clause) + 0.6 * b.worth - net(a.clause) - 0.6 * a.worth)[0];
  const receivers = best?.receivers[0];
  return best && receivers ? { type: 'preStep', clause: best.clause, receivers } : null;
}
