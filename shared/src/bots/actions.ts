/** How much a bot likes an act, read from the act's own figures and the state of the table; no act is known by name. */
import type { ActionChoice } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { LegalAction, MeSlice } from '../model/view.ts';
import type { Act } from './atlas.ts';
import type { Outlook } from './outlook.ts';
import { senseOf } from './sense.ts';
import type { Mind } from './types.ts';

const AFTER_A_REPEAT = [1, 0.5, 0];
const PER_POINT = 4;
const FAR_FROM_IT = -100;
/** The part of a broken promise that still weighs when it is broken in the open as an answer. */
const GRIEVED = 0.2;
/** The part that weighs where the words leave a way out, for a temper this cunning (E04). */
const LOOPHOLE = 0.3;
const READS_LOOSELY = 50;

/** The act with the target, partner, clause or promise that suits best; null when it has none. */
export function withParties(mind: Mind, act: LegalAction, offers: MeSlice['jointOffers']): ActionChoice | null {
  const sense = senseOf(mind);
  const spec = sense.atlas.acts.get(act.action);
  if (!spec) return null;
  const band = (seat: SeatId): number => sense.bands[sense.me * sense.seats + (sense.atlas.place.get(seat) ?? 0)] ?? 2;
  const pick = (seats: readonly SeatId[], rate: (seat: SeatId) => number): SeatId | undefined => {
    let best: SeatId | undefined;
    let most = -Infinity;
    for (const seat of seats) { const value = rate(seat) + mind.random() * 0.6; if (value > most) { most = value; best = seat; } }
    return best;
  };
  if (spec.joint) {
    const asked = offers.find((offer) => offer.action === act.action && act.partners.includes(offer.from))?.from;
    const partner = asked ?? pick(act.partners, band);
    return partner === undefined ? null : { action: act.action, partner };
  }
  if (spec.target !== undefined) {
    const target = pick(act.targets, (seat) => (spec.special === 'visit' ? band(seat) : -band(seat)));
    return target === undefined ? null : { action: act.action, target };
  }
  if (act.clauses) {
    const net = (clause: string): number => { const at = sense.atlas.clauseAt.get(clause) ?? -1; return (sense.own[at] ?? 0) + (sense.aim[at] ?? 0) - (sense.cost[at] ?? 0); };
    const clause = pick(act.clauses, net);
    return clause === undefined ? null : { action: act.action, clause };
  }
  if (act.commitments) return act.commitments[0] === undefined ? null : { action: act.action, commitment: act.commitments[0] };
  return { action: act.action };
}

/** Own trust moved by an act: points for each change, more where there is room to gain. */
function trustScore(mind: Mind, spec: Act, choice: ActionChoice): number {
  const sense = senseOf(mind);
  let score = 0;
  const count = (seat: SeatId | undefined, delta: number): void => {
    if (seat === undefined || seat === mind.seat) return;
    const band = sense.bands[sense.me * sense.seats + (sense.atlas.place.get(seat) ?? 0)] ?? 2;
    score += delta * (delta > 0 && band <= 1 ? 0.5 : 0.25);
  };
  for (const t of spec.trust) {
    if (t.a !== 'actor') continue;
    switch (t.b) {
      case 'seat': count(t.bSeat, t.delta); break;
      case 'target': count(choice.target, t.delta); break;
      case 'partner': count(choice.partner, t.delta); break;
      case 'chair': count(mind.view.table.chair, t.delta); break;
      case 'accepters': score += t.delta; break;
      case 'refusers': break;
      default: for (const seat of sense.atlas.seats) count(seat, t.delta);
    }
  }
  return mind.profile.force > 60 ? score * 0.5 : score;
}

/** CO-12: own promises in force that this act would break; one whose words leave room for the act weighs little to those who read them so. */
function breaks(mind: Mind, outlook: Outlook, spec: Act, choice: ActionChoice): number {
  if (outlook.bound.size === 0) return 0;
  const sense = senseOf(mind);
  let count = 0;
  for (const id of outlook.bound) {
    for (const b of sense.atlas.clauses[sense.atlas.clauseAt.get(id) ?? -1]?.brokenBy ?? []) {
      if (b.action === spec.id && (!b.by || b.by.includes(mind.seat)) && (!b.with || b.with.includes(choice.partner ?? '') || b.with.includes(mind.seat))) { count += outlook.loose.has(id) && mind.profile.cunning >= READS_LOOSELY ? LOOPHOLE : 1; break; }
    }
  }
  return count;
}

/** Points for an act: home, table and temper; the acts above a few points are taken. */
export function actionScore(mind: Mind, outlook: Outlook, act: LegalAction, choice: ActionChoice): number {
  const spec = senseOf(mind).atlas.acts.get(act.action);
  if (!spec) return FAR_FROM_IT;
  const { view, profile, me } = mind;
  const { TEN, W, CON, BLOC } = view.gauges.values;
  const { well } = outlook;
  let used = 0;
  for (const term of me.nTerms) if (term.params?.['action'] === spec.id) used += 1;
  let score = spec.n * PER_POINT * (spec.n > 0 ? AFTER_A_REPEAT[Math.min(2, used)] ?? 0 : 1);
  score += homeScore(mind, spec);
  // Tension is everybody's: the nearer the brink, the more it weighs, and the less for those who live by force.
  const fear = Math.max(0.15, (W - 30) / 40) * (1.2 - profile.force / 100) * (outlook.keepsCalm ? 1.5 : 1);
  score -= spec.ten * fear * (spec.ten > 0 ? 1.6 : TEN < 35 ? 0.4 : 1.1);
  // War is the end of everybody's game: only those who want it go on near the brink (M14).
  if (spec.ten > 0 && profile.force < 90) score -= Math.max(0, W - 68) * 0.7;
  score -= spec.bloc * (0.3 + BLOC / 160) * (1 - profile.force / 140);
  score += spec.cm * (spec.cmRally !== undefined && CON >= 50 ? 0 : 1) * (profile.commonGood / 100) * 1.4;
  score += trustScore(mind, spec, choice);
  score += (spec.val ?? 0) * 0.5 - act.ap * 1.5;
  for (const other of spec.others) score -= (other.n ?? 0) * (other.seat === mind.scenario.proliferator && profile.force >= 60 ? 1.2 : 0.2);
  score -= breaks(mind, outlook, spec, choice) * (26 - profile.shirk * 0.3) * (spec.special === 'expel' && profile.shirk > 0 ? GRIEVED : 1);
  if (outlook.wanted.has(spec.id) && used === 0) score += 14;
  return score + temperScore(mind, outlook, act, spec, well);
}

function homeScore(mind: Mind, spec: Act): number {
  const cabinet = mind.view.seats[mind.seat]?.cabinet ?? null;
  const ds = (cabinet === null ? undefined : spec.dsByCabinet?.[cabinet]) ?? spec.ds;
  return ds * (mind.me.ds < 45 ? 2.5 : mind.me.ds > 75 ? 0.4 : 1);
}

/** What the kind of act is to this temper. */
function temperScore(mind: Mind, outlook: Outlook, act: LegalAction, spec: Act, well: number): number {
  const { view, profile } = mind;
  const { W } = view.gauges.values;
  const sense = senseOf(mind);
  const proliferator = mind.scenario.proliferator;
  const bandTo = (seat: SeatId): number => sense.bands[sense.me * sense.seats + (sense.atlas.place.get(seat) ?? 0)] ?? 2;
  let score = 0;
  const wants = spec.pressureRounds > 0 || spec.provocation !== undefined || spec.special === 'drill' || spec.special === 'restart';
  if (proliferator === mind.seat && wants) score += crossing(mind, outlook, spec);
  else if (spec.provocation) score += profile.force >= 90 ? 6 : -20;
  else if (!spec.joint && !spec.hidden && spec.ten > 0 && spec.special === 'plain') score += (profile.force - 55) * 0.25 + (outlook.shot ? 5 : 0) - well * 2;
  if (spec.joint) score += (outlook.shot ? 15 : 0) + (profile.force - 38) * 0.28 - well * 3;
  if (spec.pressure !== undefined && spec.pressure > 0) score += outlook.shot ? profile.together * 0.12 : -4;
  switch (spec.special) {
    case 'gesture': return score + well * 4 - 9;
    case 'aid': return score + (bandTo(proliferator ?? '') <= 2 ? well * 1.5 - 5 : -8) + (profile.temper === 'dove' ? 4 : 0);
    case 'mediation': return score + (W - 55) * 0.3 - (mind.seat === view.table.chair ? 4 : 9) - (profile.force >= 60 ? 8 : 0) + profile.together * 0.03;
    case 'walkOut': return score + walkOut(mind, outlook);
    case 'leak': return score + leak(mind);
    case 'envoy': return score + (profile.force < 40 ? 3 : -7) + (profile.cunning >= 50 ? 4 : 0) - (profile.together >= 80 ? 8 : 0);
    case 'concession': return score + (profile.temper === 'dove' ? 4 : profile.cunning >= 60 ? 0 : -9) + concession(mind, act);
    case 'hostage': return score + hostage(mind, bandTo(proliferator ?? ''));
    case 'veto': return score + profile.protest * 0.2 - 8 + (profile.protest > 0 && mind.scenario.patrons.some((link) => link.patron === mind.seat && link.client === proliferator) ? 7 + (profile.cunning + profile.force) * 0.08 : 0);
    case 'inspection': return score + profile.together * 0.06 - (view.gauges.values.V > 1 ? 6 : 2);
    case 'expel': return score + (profile.force - 50) * 0.35 - well * 5 - 4 + expelled(outlook, well);
    case 'visit': return score + (mind.random() < 0.2 ? 4 : -3);
    default: return spec.hidden ? score + (profile.cunning - 55) * 0.3 : score;
  }
}

/** AC-11: a share of aid held back while home is impatient and the receiver is not believed; never by those who act together. */
function hostage(mind: Mind, band: number): number {
  const { profile, me } = mind;
  if (profile.together >= 60) return -40;
  return profile.force * 0.12 + profile.cunning * 0.05 - profile.together * 0.1 + (band <= 1 ? 5 : -4) + (me.ds < 55 ? 5 : -2);
}

/** AC-11: inspectors are sent home when the other side broke its word or the wall closes, and their going is the price the others feel. */
const expelled = (outlook: Outlook, well: number): number => (well < 0.5 ? 14 : 0) + (outlook.pressure >= 35 ? 8 : 0);

/** RL-2, M07: a hole in one's own wall pays now and costs trust when it is found; where words are believed it pays more. */
function leak(mind: Mind): number {
  const { profile, view, me } = mind;
  const declared = view.seats[mind.seat]?.redLine ?? 0;
  if (declared <= 0) return -20;
  return (profile.cunning - 62) * 0.4 - profile.together * 0.15 - 4 * view.gauges.values.V + (me.ds < 40 ? 2 : 0) + (50 - view.gauges.values.CON) * 0.25;
}

function concession(mind: Mind, act: LegalAction): number {
  const { worth } = mind.view;
  let best = -9;
  for (const clause of act.clauses ?? []) best = Math.max(best, (worth[clause]?.own ?? 0) - (worth[clause]?.cost ?? 0));
  return best;
}

/** RL, L10: a rung pays where the wall has gaps, where nobody is trusted, and where the talks bring nothing. */
function crossing(mind: Mind, outlook: Outlook, spec: Act): number {
  const { view, profile } = mind;
  const { bands, seats, me } = senseOf(mind);
  const price = spec.pressureRounds * Math.floor(outlook.pressure / 10);
  let sum = 0;
  for (let s = 0; s < seats; s += 1) if (s !== me) sum += bands[me * seats + s] ?? 2;
  const trust = sum / Math.max(1, seats - 1);
  // One rung above the start is forgiven by the tiers, more is not (SC-1).
  const start = mind.scenario.indicators.PRO;
  const high = view.gauges.pro.exact ?? view.gauges.pro.low;
  const rung = spec.pro > 0 ? 3 : 0;
  const tier = spec.pro > 0 && high + 1 > start + 1 ? -20 * (profile.commonGood / 60) : 0;
  // Cover by the own patron emboldens, being left alone sobers (M12).
  const last = view.history[String(view.table.round - 1)]?.sides;
  const patrons = mind.scenario.patrons.filter((link) => link.client === mind.seat).map((link) => link.patron);
  const cover = last?.provoker === mind.seat ? (patrons.some((patron) => last.picks[patron] === 'back') ? 12 : -5) : 0;
  const bored = view.table.round > 1 && outlook.well <= 0.6 ? 6 : 0;
  // Who has just sat down waits what the table brings, unless he came to break it.
  const patience = view.table.round <= 2 && view.table.talksOpen && profile.force < 90 ? 14 : 0;
  // A small step first tells how tight the wall is (VI: the price is felt).
  const probe = outlook.untried && spec.pressureRounds === 1 && view.table.round >= 2 ? 9 : 0;
  return (rung - price) * PER_POINT + 4 + probe - patience + tier + cover + (profile.force - 30) * 0.4 + (1.9 - trust) * 5 - outlook.well * 4 + bored;
}

/** M20: to leave the table is for those who find nothing on it. */
function walkOut(mind: Mind, outlook: Outlook): number {
  const { view, profile } = mind;
  if (profile.together >= 60 || outlook.keepsTable || view.table.round < 2) return -40;
  const sense = senseOf(mind);
  const sour = (sense.bands[sense.me * sense.seats + (sense.atlas.place.get(view.table.chair) ?? 0)] ?? 2) <= 1 ? 6 : 0;
  return (profile.force - 70) * 0.5 + sour - outlook.well * 8 - 12 + (view.gauges.values.CON < 40 ? 5 : 0);
}
