/** The sealed decision of a round: what is performed of what is due, what is taken back, which acts are taken (CO, AC). */
import type { ActionChoice, DueChoice, SeatCommand } from '../model/commands.ts';
import type { CommitmentId } from '../model/ids.ts';
import type { CommitmentSlice, LegalAction } from '../model/view.ts';
import { actionScore, withParties } from './actions.ts';
import { bandBetween, clauseOf } from './worth.ts';
import type { Mind } from './types.ts';

const BROKEN = ['breached', 'reversed', 'disputed'];

/** A counterpart of this promise in the same text was broken by someone it is owed to. */
function cheated(mind: Mind, due: CommitmentSlice): boolean {
  return Object.values(mind.view.commitments).some((c) => c.proposal === due.proposal && c.giver !== mind.seat && BROKEN.includes(c.state) && due.receivers.includes(c.giver));
}
const waitsFor = (mind: Mind, due: CommitmentSlice): boolean =>
  Object.values(mind.view.commitments).some((c) => c.proposal === due.proposal && c.giver !== mind.seat && c.state === 'late' && due.receivers.includes(c.giver));

/** CO-3: kept by default; withheld from those who broke their part, delayed to those who are late, shirked where the temper allows. */
function dues(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): Record<CommitmentId, DueChoice> {
  const chosen: Record<CommitmentId, DueChoice> = {};
  for (const { commitment, options } of menu.dues) {
    const due = mind.view.commitments[commitment];
    if (!due) continue;
    const clause = clauseOf(mind.scenario, due.clause);
    const cost = mind.view.worth[due.clause]?.cost ?? 0;
    const common = (clause?.effect.institution ?? false) || (clause?.effect.hotline ?? false);
    let choice: DueChoice = 'perform';
    if (cheated(mind, due) && cost >= 2 && !common) choice = options.includes('delay') && mind.profile.temper === 'steady' ? 'delay' : mind.profile.temper === 'steady' ? 'perform' : 'withhold';
    else if (waitsFor(mind, due) && cost >= 3 && mind.profile.temper !== 'steady' && options.includes('delay')) choice = 'delay';
    else if (cost >= 3 && !common && mind.random() * 100 < mind.profile.shirk * (due.receivers.some((seat) => bandBetween(mind.view, mind.seat, seat) <= 1) ? 1 : 0.4)) {
      const unseen = options.includes('feign') && (clause?.obs ?? 3) + mind.view.gauges.values.V <= 2;
      choice = unseen ? 'feign' : options.includes('delay') ? 'delay' : 'perform';
    }
    if (choice !== 'perform' && options.includes(choice)) chosen[commitment] = choice;
  }
  return chosen;
}

/** CO-6: free reversals of what was paid to a breaker, and nothing else. */
function reversals(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): CommitmentId[] {
  if (mind.profile.temper === 'steady') return [];
  return menu.reversals.filter((id) => {
    const c = mind.view.commitments[id];
    const free = c?.freeReversalUntil !== null && c?.freeReversalUntil !== undefined && c.freeReversalUntil >= mind.view.table.round;
    const cost = c ? mind.view.worth[c.clause]?.cost ?? 0 : 0;
    return free && cost > (c ? mind.view.worth[c.clause]?.own ?? 0 : 0) + 1;
  }).slice(0, 2);
}

/** CO-9: only who breaks promises anyway denies one. */
const denials = (mind: Mind, menu: NonNullable<Mind['legal']['choose']>): CommitmentId[] =>
  menu.denials.filter((id) => (mind.view.worth[mind.view.commitments[id]?.clause ?? '']?.cost ?? 0) >= 3 && mind.random() * 100 < mind.profile.shirk).slice(0, 1);

/** Acts worth taking, the best first, within AP and the limits of AC-1. */
function actions(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): ActionChoice[] {
  const offers = mind.me.jointOffers;
  const rated = menu.actions.filter((act) => act.ok).flatMap((act) => {
    const choice = withParties(mind, act, offers);
    return choice ? [{ act, choice, score: actionScore(mind, act, choice) + (mind.random() - 0.5) * 12 }] : [];
  }).filter((rated) => rated.score > 6).sort((a, b) => b.score - a.score);
  const taken: ActionChoice[] = [];
  let ap = menu.ap;
  let free = 0;
  const most = Math.min(menu.maxActions, 2);
  for (const { act, choice } of rated) {
    const spec = mind.scenario.actions.find((a) => a.id === act.action);
    if (taken.length >= most || act.ap > ap || (spec?.ap === 0 && free >= 1)) continue;
    if (clashes(mind, taken, act)) continue;
    taken.push(choice);
    ap -= act.ap;
    if (spec?.ap === 0) free += 1;
  }
  return taken;
}

/** Nobody provokes and extends a hand in the same round, or provokes twice. */
function clashes(mind: Mind, taken: readonly ActionChoice[], act: LegalAction): boolean {
  const rise = (id: string): number => Math.sign(mind.scenario.actions.find((a) => a.id === id)?.ten ?? 0);
  const provokes = (id: string): boolean => mind.scenario.actions.find((a) => a.id === id)?.provocation !== undefined;
  return taken.some((t) => rise(t.action) * rise(act.action) < 0 || (provokes(t.action) && provokes(act.action)));
}

/** EV: a remedy that costs little and calms much. */
function remedies(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): { event: string; commitment?: CommitmentId }[] {
  if (mind.profile.temper === 'spoiler') return [];
  let ap = mind.me.ap;
  return menu.remedies.flatMap((remedy) => {
    if (remedy.ap > ap || (remedy.ds < 0 && mind.me.ds + remedy.ds < 35) || (mind.profile.force >= 60 && remedy.commitments.length === 0)) return [];
    const worst = [...remedy.commitments].sort((a, b) => lockWorth(mind, b) - lockWorth(mind, a))[0];
    if (remedy.commitments.length > 0 && (worst === undefined || lockWorth(mind, worst) < 3)) return [];
    ap -= remedy.ap;
    return [{ event: remedy.event, ...(worst === undefined ? {} : { commitment: worst }) }];
  }).slice(0, 2);
}
const lockWorth = (mind: Mind, id: CommitmentId): number => {
  const clause = mind.view.commitments[id]?.clause ?? '';
  return Object.values(mind.view.worth[clause]?.steps ?? {}).reduce<number>((sum, step) => sum + step, 0);
};

/** Seals the round's decision once, and once more when a partner asks for a joint act this seat would join. */
export function choose(mind: Mind): SeatCommand | null {
  const menu = mind.legal.choose;
  if (!menu) return null;
  const sealed = mind.me.sealed.choice;
  if (sealed) return joinIn(mind, menu);
  const wanted = remedies(mind, menu);
  const spent = wanted.reduce((sum, w) => sum + (menu.remedies.find((r) => r.event === w.event)?.ap ?? 0), 0);
  return { type: 'choose', actions: actions(mind, { ...menu, ap: menu.ap - spent }), dues: dues(mind, menu), reversals: reversals(mind, menu), denials: denials(mind, menu), remedies: wanted };
}

function joinIn(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): SeatCommand | null {
  const sealed = mind.me.sealed.choice;
  if (!sealed || sealed.actions.length >= menu.maxActions) return null;
  const spent = sealed.actions.reduce((sum, a) => sum + (menu.actions.find((m) => m.action === a.action)?.ap ?? 0), 0)
    + sealed.remedies.reduce((sum, w) => sum + (menu.remedies.find((r) => r.event === w.event)?.ap ?? 0), 0);
  for (const offer of mind.me.jointOffers) {
    const key = `join ${offer.from} ${offer.action}`;
    const act = menu.actions.find((a) => a.ok && a.action === offer.action && a.partners.includes(offer.from));
    if (!act || mind.memory.tried.has(key) || sealed.actions.some((a) => a.action === offer.action) || spent + act.ap > menu.ap) continue;
    mind.memory.tried.add(key);
    const choice = { action: act.action, partner: offer.from };
    if (clashes(mind, sealed.actions, act) || actionScore(mind, act, choice) < -6) continue;
    return { type: 'choose', ...sealed, actions: [...sealed.actions, choice] };
  }
  return null;
}
