/** The `historic` temper: plays the real positions of a scenario where the data has some, and plans like the others where it has none. */
import type { SeatCommand } from '../../model/commands.ts';
import type { SeatId } from '../../model/ids.ts';
import { bids, buds, cards, demarche, readings, rules } from '../craft.ts';
import { answerActs, pickSide, stand } from '../crisis.ts';
import { plan } from '../planner.ts';
import { declare } from '../redLine.ts';
import { once } from '../talk.ts';
import type { Mind } from '../types.ts';
import { compareNotes } from '../wedge.ts';
import { follows } from './circumstances.ts';
import { choose } from './deeds.ts';
import { stancesOf } from './registry.ts';
import type { Stance, Stances } from './stances.ts';
import { tableTexts } from './texts.ts';
import { answerTexts } from './verdict.ts';

/** More invitations than this are not sent in one slot. */
const MOST_INVITATIONS = 2;

export function historic(mind: Mind): SeatCommand | null {
  const stances = stancesOf(mind.scenario);
  const stance = stances?.at(mind.seat, mind.view.table.round);
  if (!stances || !stance) return plan(mind);
  const acts = thoughts(mind, stances, stance);
  mind.memory.idle = true;
  const [first, ...rest] = acts;
  mind.memory.plan.push(...rest);
  return first ?? null;
}

function thoughts(mind: Mind, stances: Stances, stance: Stance): SeatCommand[] {
  const acts: SeatCommand[] = [];
  const phase = mind.hosted?.phase ?? mind.view.table.phase;
  const done = !mind.hosted && mind.view.table.ready.includes(mind.seat);
  const beyond = mind.hosted ? mind.hosted.beyond : mind.view.table.level !== 'core' || mind.scenario.pinned.length > 0;
  const add = (act: SeatCommand | null): void => { if (act) acts.push(act); };
  switch (phase) {
    case 'dawn': case 'brief': case 'reveal':
      break;
    case 'declaration':
      add(redLine(mind, stance));
      if (beyond) { ownBids(mind, stance, acts); readings(mind, acts); rules(mind, acts); }
      break;
    case 'bilateral':
      answerTexts(mind, stance, acts);
      if (done) break;
      add(meet(mind, stance));
      tableTexts(mind, stances, stance, acts);
      if (beyond && mind.me.cards.length > 0) cards(mind, acts);
      break;
    case 'plenary':
      answerTexts(mind, stance, acts);
      if (beyond) { demarche(mind, acts); compareNotes(mind, acts); }
      if (done) break;
      tableTexts(mind, stances, stance, acts);
      if (beyond && once(mind, 'buds')) buds(mind, acts);
      add(firstStep(mind, stance));
      break;
    case 'secret':
      add(choose(mind, stance));
      break;
    case 'crisis':
      answerActs(mind, acts);
      add(side(mind, stance));
      break;
    case 'hotline':
      add(stand(mind));
      break;
    default:
      phase satisfies never;
  }
  return acts;
}

/** RL: the level of the position, or the nearest one the menu has. */
function redLine(mind: Mind, stance: Stance): SeatCommand | null {
  const menu = mind.legal.declare;
  if (!menu || menu.levels.length === 0 || mind.me.sealed.declaration !== null) return null;
  const rule = stance.redLine.find((each) => follows(mind, each));
  if (!rule) return declare(mind);
  let level = menu.levels[0] as number;
  for (const each of menu.levels) if (Math.abs(each - rule.level) < Math.abs(level - rule.level)) level = each;
  return { type: 'declare', level };
}

/** EV-2: bids of the position; what it does not speak of is bid as anybody would. */
function ownBids(mind: Mind, stance: Stance, acts: SeatCommand[]): void {
  const asked = mind.legal.craft.bids;
  if (asked.length === 0) return;
  const usual: SeatCommand[] = [];
  bids(mind, usual);
  for (const act of usual) {
    const rule = act.type === 'bid' ? stance.bids.find((each) => each.event === act.event && follows(mind, each)) : undefined;
    const fits = rule && asked.some((each) => each.event === rule.event && each.options.includes(rule.bid));
    acts.push(fits ? { type: 'bid', event: rule.event, bid: rule.bid } : act);
  }
}

/** PH-1.4: takes the first invitation of a seat it does not shun, else asks those it wants to see, in order. */
function meet(mind: Mind, stance: Stance): SeatCommand | null {
  const menu = mind.legal.meet;
  if (!menu || menu.with !== null) return null;
  const shunned = (from: SeatId): boolean => stance.shuns.some((each) => each.with === from && follows(mind, each));
  for (const from of menu.accept) if (once(mind, `invited ${from}`)) return shunned(from) ? { type: 'declineInvite', from } : { type: 'acceptInvite', from };
  if (mind.me.invitations.some((each) => each.from === mind.seat)) return null;
  for (const each of stance.meets) {
    if (mind.memory.tried.has(`invite ${MOST_INVITATIONS}`)) return null;
    if (!menu.invite.includes(each.with) || !once(mind, `invite ${each.with}`) || !follows(mind, each)) continue;
    for (let count = 1; count <= MOST_INVITATIONS; count += 1) if (once(mind, `invite ${count}`)) break;
    return { type: 'invite', to: each.with };
  }
  return null;
}

/** SU-3: one first step a round back to the table, as long as the sum is short and the position has one. */
function firstStep(mind: Mind, stance: Stance): SeatCommand | null {
  const { talksOpen, preSteps, preStepsNeeded } = mind.view.table;
  if (talksOpen || stance.returns.length === 0 || !once(mind, 'first step')) return null;
  if (preSteps.some((step) => step.seat === mind.seat) && preSteps.reduce((sum, step) => sum + step.worth, 0) >= preStepsNeeded) return null;
  for (const each of stance.returns) {
    const receivers = mind.legal.preStep.find((step) => step.clause === each.clause && step.worth > 0)?.receivers[0];
    if (receivers && follows(mind, each)) return { type: 'preStep', clause: each.clause, receivers };
  }
  return null;
}

/** SI. */
function side(mind: Mind, stance: Stance): SeatCommand | null {
  if (!mind.legal.side || mind.me.sealed.side !== null) return null;
  const rule = stance.backs.find((each) => follows(mind, each));
  return rule ? { type: 'pickSide', side: mind.random() * 100 < rule.percent ? 'back' : 'restrain' } : pickSide(mind);
}
