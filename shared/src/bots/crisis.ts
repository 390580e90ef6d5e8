/** The brink: back or restrain, stand down or hold, answer a mediator, and the way back from a suspended table. */
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import { atlasOf } from './atlas.ts';
import { bandBetween, clauseOf } from './worth.ts';
import type { Mind } from './types.ts';

/** What both backing does to the war index, about (M12): tension 12 and half of the blocs. */
const BOTH_BACK_RISE = 17;

/** SI, M12: backing keeps the client and the public, restraining keeps the peace. Hardened blocs leave less and less choice (M13). */
export function pickSide(mind: Mind): SeatCommand | null {
  const { legal, view, scenario, seat, profile } = mind;
  const { side } = legal;
  const { crisis } = view;
  if (!side || !crisis || mind.me.sealed.side !== null) return null;
  const mine = scenario.patrons.filter((p) => p.patron === seat).map((p) => p.client);
  const facing: readonly SeatId[] = crisis.provokerPatrons.includes(seat) ? crisis.victimPatrons : crisis.provokerPatrons;
  const { W, CON, BLOC, TEN } = view.gauges.values;
  let back = profile.force * 0.8 - 44;
  back += (50 - CON) * (CON < 50 ? 1.4 : 0.8);
  // R2: the harder the blocs, the less a patron dares to leave its client alone.
  back += (BLOC - 45) * (BLOC > 45 ? 1.9 : 0.9);
  // The nearer the war, the dearer the honour; nobody wants it and everybody may stumble into it.
  const brink = Math.max(0, W + risen(mind) + BOTH_BACK_RISE - view.gauges.war + 12);
  back -= brink * (profile.together >= 60 ? 2.4 : profile.force >= 90 ? 0.3 : profile.force >= 70 ? 1 : 1.4);
  back -= Math.max(0, TEN - 60) * (profile.together >= 60 ? 0.5 : 0.1);
  for (const other of facing) back -= (bandBetween(view, seat, other) - 2) * 11;
  // Whoever was faced down last time will not be again; whoever was met half-way remembers that too.
  const before = view.history[String(view.table.round - 1)]?.sides;
  if (before) back += facing.some((other) => before.picks[other] === 'back') ? (profile.together >= 60 ? 8 : 22) : facing.some((other) => before.picks[other] === 'restrain') ? -12 : 0;
  back += mine.filter((client) => crisis.victims.includes(client)).length * 6;
  if (mine.includes(crisis.provoker)) back -= 6;
  if (mind.me.ds < 40) back += 10;
  if (side.restrainAp > mind.me.ap) back += 4;
  // Promises not to back one's own client count (CO-12).
  const bound = Object.values(view.commitments).some((c) => c.giver === seat && c.state === 'performed' && clauseOf(scenario, c.clause)?.brokenByBacking === true);
  if (bound && mine.includes(crisis.provoker)) back -= 40;
  back += (mind.random() - 0.5) * 44;
  return { type: 'pickSide', side: back > 0 ? 'back' : 'restrain' };
}

/** What the acts just revealed will add to the war index at the fold, at most what a round's acts may (IN-4). */
function risen(mind: Mind): number {
  const { acts } = atlasOf(mind.scenario);
  let ten = 0;
  let bloc = 0;
  for (const each of mind.view.revealed) { const spec = acts.get(each.action); ten += Math.max(0, spec?.ten ?? 0); bloc += Math.max(0, spec?.bloc ?? 0); }
  return Math.min(20, ten) + Math.min(10, bloc) / 2;
}

/** PH-5. */
export function stand(mind: Mind): SeatCommand | null {
  if (!mind.legal.stand || mind.me.sealed.stand !== null) return null;
  const nerve = mind.profile.force - (mind.view.gauges.values.W - 75) * 4;
  return { type: 'standDown', stand: nerve > 40 + mind.random() * 60 ? 'hold' : 'down' };
}

/** Answers of step 7: a mediator, a guest, inspectors, force used alone. */
export function answerActs(mind: Mind, acts: SeatCommand[]): void {
  const { profile, view, seat, scenario } = mind;
  for (const { from, action } of mind.legal.answerActs) {
    const key = `answer ${from} ${action}`;
    if (mind.memory.tried.has(key)) continue;
    mind.memory.tried.add(key);
    const band = bandBetween(view, seat, from);
    const special = atlasOf(mind.scenario).acts.get(action)?.special;
    let accept: boolean;
    if (special === 'inspection') accept = seat === scenario.proliferator ? profile.force < 40 && band >= 1 && mind.random() * 100 < profile.commonGood : profile.together >= 50 || band >= 3;
    else if (special === 'mediation') accept = band >= 2 || mind.random() * 100 >= profile.force;
    else if (special === 'visit') accept = band >= 1 && profile.temper !== 'spoiler';
    else accept = band >= 3 || profile.force >= 60 || profile.together < 40; // force alone: to look on, or to object
    acts.push({ type: 'answerAct', from, action, accept });
  }
}

/** SU-3: one first step a suspension while the sum is short, the cheapest that counts. */
export function preStep(mind: Mind): SeatCommand | null {
  const { table } = mind.view;
  if (table.talksOpen || mind.memory.tried.has('preStep') || mind.legal.preStep.length === 0) return null;
  const given = table.preSteps.filter((step) => step.seat === mind.seat);
  const sum = table.preSteps.reduce((all, step) => all + step.worth, 0);
  if (given.length >= 2 || (given.length > 0 && sum >= table.preStepsNeeded)) return null;
  mind.memory.tried.add('preStep');
  const unwilling = mind.profile.force - 20 * table.suspendedRounds - (table.round >= table.rounds - 1 ? 30 : 0);
  if (mind.random() * 100 < unwilling) return null;
  const net = (clause: string): number => (mind.view.worth[clause]?.own ?? 0) - (mind.view.worth[clause]?.cost ?? 0);
  const best = mind.legal.preStep.filter((step) => step.worth > 0).sort((a, b) => net(b.clause) + 0.6 * b.worth - net(a.clause) - 0.6 * a.worth)[0];
  const receivers = best?.receivers[0];
  return best && receivers ? { type: 'preStep', clause: best.clause, receivers } : null;
}
