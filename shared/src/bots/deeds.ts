/** The sealed decision of a round: what is performed of what is due, what is taken back, which acts are taken (CO, AC). */
import type { ActionChoice, DueChoice, SeatCommand, SecretChoice } from '../model/commands.ts';
import type { CommitmentId } from '../model/ids.ts';
import type { CommitmentSlice, LegalAction } from '../model/view.ts';
import { actionScore, withParties } from './actions.ts';
import { atlasOf } from './atlas.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import { senseOf } from './sense.ts';
import { bandBetween, clauseOf } from './worth.ts';
import type { Mind } from './types.ts';

type Menu = NonNullable<Mind['legal']['choose']>;
const BROKEN = ['breached', 'reversed', 'disputed'];
/** An act is taken from this score on, a joint one joined from this. */
const TAKEN_FROM = 6;
const JOINED_FROM = -6;
const WHIM = 12;
/** CO: what a gift costs from which on a distrustful giver puts it off. */
const DEAR = 5;
const ALL_SEEN = 3;
const IMPATIENT = 45;
const SLIPS = 20;

/** A counterpart of this promise in the same text was broken, or is late, by someone it is owed to. */
function counterpart(mind: Mind, due: CommitmentSlice): 'broken' | 'late' | null {
  let found: 'late' | null = null;
  for (const id in mind.view.commitments) {
    const c = mind.view.commitments[id];
    if (c?.proposal !== due.proposal || c.giver === mind.seat || !due.receivers.includes(c.giver)) continue;
    if (BROKEN.includes(c.state)) return 'broken';
    if (c.state === 'late') found = 'late';
  }
  return found;
}

/** A dear gift to the proliferator slips where home is weak or nobody can look and nobody is believed, as the delisting of 2008 did: late, not broken. */
function putsOff(mind: Mind, due: CommitmentSlice): boolean {
  const { profile, view, seat, scenario } = mind;
  const [receiver] = due.receivers;
  if (receiver === undefined || due.receivers.length > 1 || receiver !== scenario.proliferator || view.gauges.values.V >= ALL_SEEN) return false;
  const doubts = view.gauges.values.V === 0 && bandBetween(view, seat, receiver) <= 1 ? profile.protest : 0;
  return mind.random() * 100 < doubts + (mind.me.ds < IMPATIENT ? SLIPS : 0);
}

/** CO-3: kept by default; withheld from those who broke their part, delayed to those who are late, shirked where the temper allows. */
function dues(mind: Mind, menu: Menu): Record<CommitmentId, DueChoice> {
  const chosen: Record<CommitmentId, DueChoice> = {};
  const { profile } = mind;
  const loyal = profile.shirk === 0;
  for (const { commitment, options } of menu.dues) {
    const due = mind.view.commitments[commitment];
    if (!due) continue;
    const clause = clauseOf(mind.scenario, due.clause);
    const cost = mind.view.worth[due.clause]?.cost ?? 0;
    const common = (clause?.effect.institution ?? false) || (clause?.effect.hotline ?? false);
    const other = cost >= 2 && !common ? counterpart(mind, due) : null;
    let choice: DueChoice = 'perform';
    if (other === 'broken') choice = loyal ? (options.includes('delay') ? 'delay' : 'perform') : 'withhold';
    else if (other === 'late' && cost >= 3 && !loyal && options.includes('delay')) choice = 'delay';
    else if (cost >= DEAR && !common && options.includes('delay') && putsOff(mind, due)) choice = 'delay';
    else if (cost >= 3 && !common && profile.shirk > 0 && mind.random() * 100 < profile.shirk * (due.receivers.some((seat) => bandBetween(mind.view, mind.seat, seat) <= 1) ? 1 : 0.4)) {
      // CO-5: a feint pays only as long as nobody can look.
      const unseen = options.includes('feign') && (clause?.obs ?? 3) + mind.view.gauges.values.V <= (profile.cunning >= 60 ? 2 : 1);
      choice = unseen ? 'feign' : options.includes('delay') ? 'delay' : 'perform';
    }
    if (choice !== 'perform' && options.includes(choice)) chosen[commitment] = choice;
  }
  return chosen;
}

/** CO-6: free reversals of what was paid to a breaker, and nothing else. */
function reversals(mind: Mind, menu: Menu): CommitmentId[] {
  if (mind.profile.shirk === 0 || menu.reversals.length === 0) return [];
  return menu.reversals.filter((id) => {
    const c = mind.view.commitments[id];
    const free = c?.freeReversalUntil !== null && c?.freeReversalUntil !== undefined && c.freeReversalUntil >= mind.view.table.round;
    const worth = c ? mind.view.worth[c.clause] : undefined;
    return free && (worth?.cost ?? 0) > (worth?.own ?? 0) + 1;
  }).slice(0, 2);
}

/** CO-9: only who breaks promises anyway denies one. */
const denials = (mind: Mind, menu: Menu): CommitmentId[] =>
  menu.denials.filter((id) => (mind.view.worth[mind.view.commitments[id]?.clause ?? '']?.cost ?? 0) >= 3 && mind.random() * 100 < mind.profile.shirk).slice(0, 1);

/** Acts worth taking, the best first, within AP and the limits of AC-1. */
function actions(mind: Mind, menu: Menu, outlook: Outlook, ap: number): ActionChoice[] {
  const offers = mind.me.jointOffers;
  const { atlas } = senseOf(mind);
  const rated: { readonly act: LegalAction; readonly choice: ActionChoice; readonly score: number }[] = [];
  for (const act of menu.actions) {
    const choice = act.ok && act.ap <= ap ? withParties(mind, act, offers) : null;
    if (!choice) continue;
    const score = actionScore(mind, outlook, act, choice) + (mind.random() - 0.5) * WHIM;
    if (score > TAKEN_FROM) rated.push({ act, choice, score });
  }
  rated.sort((a, b) => b.score - a.score);
  const taken: ActionChoice[] = [];
  let left = ap;
  let free = 0;
  const most = Math.min(menu.maxActions, mind.profile.force >= 70 ? 3 : 2);
  for (const { act, choice } of rated) {
    const nothing = atlas.acts.get(act.action)?.ap === 0;
    if (taken.length >= most || act.ap > left || (nothing && free >= 1) || clashes(mind, taken, act)) continue;
    taken.push(choice);
    left -= act.ap;
    if (nothing) free += 1;
  }
  return taken;
}

/** Nobody provokes and extends a hand in the same round, or provokes twice. */
function clashes(mind: Mind, taken: readonly ActionChoice[], act: LegalAction): boolean {
  const { acts } = atlasOf(mind.scenario);
  const spec = acts.get(act.action);
  return taken.some((t) => {
    const other = acts.get(t.action);
    return Math.sign(other?.ten ?? 0) * Math.sign(spec?.ten ?? 0) < 0 || (other?.provocation !== undefined && spec?.provocation !== undefined);
  });
}

/** EV: a remedy that costs little and calms much. */
function remedies(mind: Mind, menu: Menu): SecretChoice['remedies'] {
  if (mind.profile.temper === 'spoiler' || menu.remedies.length === 0) return [];
  let { ap } = mind.me;
  return menu.remedies.flatMap((remedy) => {
    if (remedy.ap > ap || (remedy.ds < 0 && mind.me.ds + remedy.ds < 35) || (mind.profile.force >= 60 && remedy.commitments.length === 0)) return [];
    const worst = [...remedy.commitments].sort((a, b) => lockWorth(mind, b) - lockWorth(mind, a))[0];
    if (remedy.commitments.length > 0 && (worst === undefined || lockWorth(mind, worst) < 3)) return [];
    ap -= remedy.ap;
    const option = remedy.options?.[mind.profile.together >= 50 ? 0 : remedy.options.length - 1];
    return [{ event: remedy.event, ...(worst === undefined ? {} : { commitment: worst }), ...(option === undefined ? {} : { option }) }];
  }).slice(0, 2);
}
const lockWorth = (mind: Mind, id: CommitmentId): number => {
  const clause = mind.view.commitments[id]?.clause ?? '';
  return Object.values(mind.view.worth[clause]?.steps ?? {}).reduce<number>((sum, step) => sum + step, 0);
};

/** PR-10: a promise about one's own country made over one's head is blocked by those who mind it, while it is still to be given. */
const blocks = (mind: Mind, menu: Menu): CommitmentId[] =>
  mind.profile.commonGood >= 90 ? [] : menu.blocks.filter((id) => (mind.view.worth[mind.view.commitments[id]?.clause ?? '']?.own ?? 0) < 2).slice(0, 1);

/** Seals the round's decision once, and once more when a partner asks for a joint act this seat would join. */
export function choose(mind: Mind): SeatCommand | null {
  const menu = mind.legal.choose;
  if (!menu) return null;
  const outlook = outlookOf(mind);
  const sealed = mind.me.sealed.choice;
  if (sealed) return joinIn(mind, menu, outlook, sealed);
  const wanted = remedies(mind, menu);
  let ap = menu.ap;
  for (const w of wanted) ap -= menu.remedies.find((r) => r.event === w.event)?.ap ?? 0;
  // DS-3: what was signed is carried through at home if an AP can do it.
  const ratify = menu.ratify.slice(0, Math.max(0, Math.min(mind.profile.shirk > 20 ? 0 : menu.ratify.length, ap)));
  ap -= ratify.length;
  const barred = blocks(mind, menu);
  // AC-4: the honest disclose what they did in secret before others do.
  const disclose = mind.profile.cunning <= 30 ? [...menu.disclose] : [];
  return {
    type: 'choose', actions: actions(mind, menu, outlook, ap), dues: dues(mind, menu), reversals: reversals(mind, menu), denials: denials(mind, menu), remedies: wanted,
    ...(barred.length > 0 ? { blocks: barred } : {}), ...(ratify.length > 0 ? { ratify } : {}), ...(disclose.length > 0 ? { disclose } : {}),
  };
}

function joinIn(mind: Mind, menu: Menu, outlook: Outlook, sealed: SecretChoice): SeatCommand | null {
  if (sealed.actions.length >= menu.maxActions || mind.me.jointOffers.length === 0) return null;
  let spent = sealed.ratify?.length ?? 0;
  for (const a of sealed.actions) spent += menu.actions.find((m) => m.action === a.action)?.ap ?? 0;
  for (const w of sealed.remedies) spent += menu.remedies.find((r) => r.event === w.event)?.ap ?? 0;
  for (const offer of mind.me.jointOffers) {
    const key = `join ${offer.from} ${offer.action}`;
    const act = menu.actions.find((a) => a.ok && a.action === offer.action && a.partners.includes(offer.from));
    if (!act || mind.memory.tried.has(key) || sealed.actions.some((a) => a.action === offer.action) || spent + act.ap > menu.ap) continue;
    mind.memory.tried.add(key);
    const choice = { action: act.action, partner: offer.from };
    if (clashes(mind, sealed.actions, act) || actionScore(mind, outlook, act, choice) < JOINED_FROM) continue;
    return { type: 'choose', ...sealed, actions: [...sealed.actions, choice] };
  }
  return null;
}
