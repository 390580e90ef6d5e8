/** How much a bot likes an act, read from the act's own figures and the state of the table; no act is known by name. */
import type { ActionChoice } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { LegalAction, MeSlice } from '../model/view.ts';
import type { PublicScenario } from '../scenario/public.ts';
import { bandBetween, clauseOf } from './worth.ts';
import type { Mind } from './types.ts';

type Act = PublicScenario['actions'][number];
const AFTER_A_REPEAT = [1, 0.5, 0];

/** The act with the target or partner that suits best; null when it has none. */
export function withParties(mind: Mind, act: LegalAction, offers: MeSlice['jointOffers']): ActionChoice | null {
  const spec = mind.scenario.actions.find((a) => a.id === act.action);
  if (!spec) return null;
  if (act.partners.length > 0 || spec.joint) {
    const asked = offers.find((offer) => offer.action === act.action && act.partners.includes(offer.from))?.from;
    const partner = asked ?? [...act.partners].sort((a, b) => bandBetween(mind.view, mind.seat, b) - bandBetween(mind.view, mind.seat, a) + (mind.random() - 0.5))[0];
    return partner === undefined ? null : { action: act.action, partner };
  }
  if (spec.target !== undefined) {
    const target = [...act.targets].sort((a, b) => bandBetween(mind.view, mind.seat, a) - bandBetween(mind.view, mind.seat, b))[0];
    return target === undefined ? null : { action: act.action, target };
  }
  return { action: act.action };
}

/** The other end of each trust change of an act, as far as it is this seat's own trust. */
function ownTrust(mind: Mind, spec: Act, choice: ActionChoice): { seat: SeatId; delta: number }[] {
  const others = mind.scenario.seats.map((s) => s.id).filter((s) => s !== mind.seat);
  return spec.trust.filter((t) => t.a === 'actor').flatMap((t) => {
    const seats = t.b === 'seat' ? [t.bSeat ?? ''] : t.b === 'target' ? [choice.target ?? ''] : t.b === 'partner' ? [choice.partner ?? ''] : t.b === 'chair' ? [mind.view.table.chair] : t.b === 'accepters' ? others.slice(0, 3) : t.b === 'refusers' ? [] : others;
    return seats.filter((s) => others.includes(s)).map((seat) => ({ seat, delta: t.delta }));
  });
}

/** CO-12: own promises in force that this act would break. */
function breaks(mind: Mind, spec: Act, choice: ActionChoice): number {
  return Object.values(mind.view.commitments).filter((c) => c.giver === mind.seat && (c.state === 'performed' || c.state === 'due' || c.state === 'agreed' || c.state === 'unverifiable')
    && clauseOf(mind.scenario, c.clause)?.brokenBy.some((b) => b.action === spec.id && (!b.by || b.by.includes(mind.seat)) && (!b.with || b.with.includes(choice.partner ?? '') || b.with.includes(mind.seat)))).length;
}

/** What the talks have brought this seat lately, 3 at most; below 0 where others broke their word or left the table. */
function goingWell(mind: Mind): number {
  const all = Object.values(mind.view.commitments);
  const brought = all.filter((c) => c.giver !== mind.seat && c.adoptedAt >= mind.view.table.round - 1 && c.state !== 'breached').reduce((sum, c) => sum + Math.max(0, mind.view.worth[c.clause]?.own ?? 0) / c.givers.length, 0);
  const broken = all.filter((c) => c.giver !== mind.seat && c.state === 'breached').length;
  return Math.min(3, brought / 7) - Math.min(2, broken) - (mind.view.table.talksOpen ? 0 : 1);
}

/** Points for an act: home, table and temper; the acts above a few points are taken. */
export function actionScore(mind: Mind, act: LegalAction, choice: ActionChoice): number {
  const spec = mind.scenario.actions.find((a) => a.id === act.action);
  if (!spec) return -100;
  const { view, profile, me } = mind;
  const { TEN, W, CON, BLOC } = view.gauges.values;
  const well = goingWell(mind);
  const used = me.nTerms.filter((term) => term.params?.['action'] === spec.id).length;
  let score = spec.n * 4 * (spec.n > 0 ? AFTER_A_REPEAT[Math.min(2, used)] ?? 0 : 1);
  score += spec.ds * (me.ds < 45 ? 2.5 : me.ds > 75 ? 0.4 : 1);
  // Tension is everybody's: the nearer the brink, the more it weighs, and the less for those who live by force.
  const fear = Math.max(0.15, (W - 30) / 40) * (1.2 - profile.force / 100);
  score -= spec.ten * fear * (spec.ten > 0 ? 1.6 : TEN < 35 ? 0.4 : 1.1);
  score -= spec.bloc * (0.3 + BLOC / 160) * (1 - profile.force / 140);
  score += spec.cm * (spec.cmRally !== undefined && CON >= 50 ? 0 : 1) * (profile.commonGood / 100) * 1.4;
  for (const { seat, delta } of ownTrust(mind, spec, choice)) {
    const room = bandBetween(view, mind.seat, seat);
    score += delta * (delta > 0 ? (room <= 1 ? 0.5 : 0.25) : 0.25) * (profile.force > 60 ? 0.5 : 1);
  }
  score += (spec.val ?? 0) * 0.5 - act.ap * 1.5;
  score -= breaks(mind, spec, choice) * (26 - profile.shirk * 0.3);
  const wants = spec.pressureRounds > 0 || spec.provocation || spec.special === 'drill' || spec.special === 'restart';
  if (mind.scenario.proliferator === mind.seat && wants) score += crossing(mind, spec, well);
  else if (spec.provocation) score += profile.force >= 90 ? 6 : -20;
  if (spec.joint) score += shown(mind) + (profile.force - 38) * 0.28 - well * 3;
  if (spec.special === 'gesture') score += well * 4 - 9;
  if (spec.special === 'aid') score += bandBetween(view, mind.seat, mind.scenario.proliferator ?? '') <= 2 ? well * 1.5 - 5 : -8;
  if (spec.special === 'mediation') score += (W - 55) * 0.3 - (mind.seat === view.table.chair ? 4 : 9) - (profile.force >= 60 ? 8 : 0);
  if (spec.special === 'walkOut') score += walkOut(mind, well);
  if (spec.hidden) score += profile.oral ? 4 : -14;
  return score;
}

/** RL, L10: a rung pays where the wall has gaps, where nobody is trusted, and where the talks bring nothing. */
function crossing(mind: Mind, spec: Act, well: number): number {
  const { view, profile } = mind;
  const price = spec.pressureRounds * Math.floor(view.gauges.paperPressure / 10);
  const others = mind.scenario.seats.filter((s) => s.id !== mind.seat);
  const trust = others.reduce((sum, s) => sum + bandBetween(view, mind.seat, s.id), 0) / others.length;
  const rung = spec.pro > 0 ? 5 : 0;
  // One rung above the start is forgiven by the tiers, more is not (SC-1).
  const start = mind.scenario.indicators.PRO;
  const high = view.gauges.pro.exact ?? view.gauges.pro.low;
  const tier = spec.pro > 0 && high + 1 > start + 1 ? -20 * (profile.commonGood / 60) : 0;
  // Cover by the own patron emboldens, being left alone sobers (M12).
  const last = Object.values(view.history).find((record) => record.round === view.table.round - 1)?.sides;
  const patrons = mind.scenario.patrons.filter((link) => link.client === mind.seat).map((link) => link.patron);
  const cover = last?.provoker === mind.seat ? (patrons.some((patron) => last.picks[patron] === 'back') ? 12 : -5) : 0;
  const gap = (42 - view.gauges.paperPressure) * 0.25;
  return rung - price + gap + tier + cover + (profile.force - 30) * 0.4 + (1.9 - trust) * 5 - well * 4 + (mind.view.table.round > 1 && well <= 0.6 ? 6 : 0);
}

/** Show of force: an answer to a shot of the last round, and of little use otherwise. */
function shown(mind: Mind): number {
  const shot = Object.values(mind.view.history).some((record) => record.round === mind.view.table.round - 1 && record.sides !== null);
  return shot ? 15 : 0;
}

/** M20: to leave the table is for those who find nothing on it. */
function walkOut(mind: Mind, well: number): number {
  const { view, profile } = mind;
  if (profile.temper === 'steady' || view.table.round < 2) return -40;
  const sour = bandBetween(view, mind.seat, view.table.chair) <= 1 ? 6 : 0;
  return (profile.force - 70) * 0.5 + sour - well * 8 - 12 + (view.gauges.values.CON < 40 ? 5 : 0);
}
