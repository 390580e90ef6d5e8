/** The mechanisms beyond the core, each used when the menu offers it and the temper likes it; what the menu does not offer is not played. */
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import { actionScore, withParties } from './actions.ts';
import { atlasOf } from './atlas.ts';
import { outlookOf } from './outlook.ts';
import { redLineWish } from './redLine.ts';
import { once } from './talk.ts';
import type { Mind } from './types.ts';
import { bandBetween, clauseOf } from './worth.ts';

const chance = (mind: Mind, percent: number): boolean => mind.random() * 100 < percent;
/** AP a seat keeps for its acts before it spends any on knowledge or pledges. */
const KEPT_AP = 2;

/** AP left beside what the acts of the same plan will spend. */
function apLeft(mind: Mind, acts: readonly SeatCommand[]): number {
  let { ap } = mind.me;
  for (const act of acts) {
    if (act.type === 'pledge') ap -= act.ap;
    else if (act.type === 'inquire') ap -= act.about.kind === 'covert' ? 2 : 1;
    else if (act.type === 'compareNotes' || act.type === 'object') ap -= 1;
    else if (act.type === 'tableDemarche' || (act.type === 'answerDemarche' && act.favour)) ap -= mind.legal.craft.demarcheAp;
  }
  return ap;
}

/** EV-2: bids and votes of the declaration, sealed. */
export function bids(mind: Mind, acts: SeatCommand[]): void {
  for (const { event, options, usual, own } of mind.legal.craft.bids) {
    if (own !== null || options.length === 0) continue;
    const numbers = options.map(Number);
    let bid = usual;
    if (numbers.every(Number.isInteger)) {
      // How much is asked for together: as firm as one's own red line, a concert close to the middle.
      const wish = Math.round(redLineWish(mind) + (mind.random() - 0.5) * (1.4 - mind.profile.together / 100));
      bid = String(numbers.reduce((best, each) => (Math.abs(each - wish) < Math.abs(best - wish) ? each : best), numbers[0] ?? 0));
    } else if (!chance(mind, mind.profile.together * 0.8)) bid = options[stance(mind) % options.length] ?? usual;
    acts.push({ type: 'bid', event, bid });
  }
}
/** Which side of a disputed matter a seat sees: that of the proliferator's bloc the later option, the others the first. */
function stance(mind: Mind): number {
  const bloc = (seat: SeatId | null): string | undefined => (seat === null ? undefined : mind.view.seats[seat]?.bloc);
  return bloc(mind.seat) === bloc(mind.scenario.proliferator) ? 1 : 0;
}

/** CO-9: how a vague line is read: the cunning read what suits them. */
export function readings(mind: Mind, acts: SeatCommand[]): void {
  for (const { proposal, line, clause, usual, own } of mind.legal.craft.readings) {
    if (own !== null) continue;
    const worth = mind.view.worth[clause];
    const suits = (worth?.own ?? 0) > 0 ? 'strict' : (worth?.cost ?? 0) > 0 ? 'loose' : usual;
    acts.push({ type: 'readClause', proposal, line, reading: mind.profile.cunning >= 50 ? suits : mind.profile.together >= 80 ? 'strict' : usual });
  }
}

/** M04, AC-7: pays to know where it distrusts: hidden breaches first, then secret channels, then who really trusts whom. */
export function inquire(mind: Mind, acts: SeatCommand[]): void {
  const { profile, view } = mind;
  if (mind.memory.tried.has('inquire') || !chance(mind, 2 + profile.caution) || apLeft(mind, acts) <= KEPT_AP) return;
  const ap = apLeft(mind, acts);
  mind.memory.tried.add('inquire');
  const menu = mind.legal.craft.inquire;
  if (!menu) return;
  const doubted = (seats: readonly SeatId[]): SeatId[] => seats.filter((seat) => bandBetween(view, mind.seat, seat) <= 1 || (mind.memory.grudges.get(seat) ?? 0) > 1);
  const hides = (seat: SeatId): boolean => Object.values(view.commitments).some((c) => c.giver === seat && (c.state === 'performed' || c.state === 'unverifiable') && (clauseOf(mind.scenario, c.clause)?.obs ?? 3) <= 2);
  const covert = doubted(menu.covert).find(hides);
  const channel = menu.channels.find((seat) => bandBetween(view, mind.seat, seat) <= 2 && seat !== mind.scenario.proliferator);
  if (covert !== undefined && ap - menu.covertAp >= 1) acts.push({ type: 'inquire', about: { kind: 'covert', seat: covert } });
  else if (channel !== undefined && ap - menu.channelAp >= KEPT_AP && chance(mind, 50)) acts.push({ type: 'inquire', about: { kind: 'channel', seat: channel } });
  else if (ap - menu.pairAp >= KEPT_AP) {
    const pair = menu.pairs[Math.floor(mind.random() * menu.pairs.length)];
    const [a, b] = pair?.split('-') ?? [];
    if (a !== undefined && b !== undefined) acts.push({ type: 'inquire', about: { kind: 'pair', a, b } });
  }
}

/** M10, IN-5: the file as a chip: the cunning sell what they would have done anyway; a concert neither sells nor buys. */
export function cards(mind: Mind, acts: SeatCommand[]): void {
  const { profile } = mind;
  const { answerCards, offerCards } = mind.legal.craft;
  for (const offer of answerCards) if (once(mind, `card ${offer.from} ${offer.card}`)) acts.push({ type: 'answerCard', from: offer.from, card: offer.card, accept: profile.together < 60 && chance(mind, 40 + profile.cunning * 0.5) });
  if (offerCards.length === 0 || profile.cunning < 10 || !once(mind, `chip ${offerCards[0]?.to ?? ''}`) || !chance(mind, profile.cunning * 0.8)) return;
  const card = offerCards[0];
  if (!card) return;
  const wish = redLineWish(mind);
  const level = card.levels.reduce((best, each) => (Math.abs(each - wish) < Math.abs(best - wish) ? each : best), card.levels[0] ?? 0);
  acts.push({ type: 'offerCard', card: card.card, give: card.signature && chance(mind, 30) ? { kind: 'signature' } : { kind: 'level', level } });
}

/** M03, AC-6: powers speak together to whoever shot, or to one that climbs on. */
export function demarche(mind: Mind, acts: SeatCommand[]): void {
  const { profile, view, scenario } = mind;
  const { answerDemarche, tableDemarche, demarcheAp } = mind.legal.craft;
  for (const id of answerDemarche) {
    const asked = view.craft.demarches.find((each) => each.id === id);
    if (!asked || !once(mind, `demarche ${id}`)) continue;
    const client = scenario.patrons.some((link) => link.patron === mind.seat && link.client === asked.target);
    const favours = profile.together + (client ? -35 : 10) + (bandBetween(view, mind.seat, asked.by) - 2) * 10;
    if (favours >= 45 && apLeft(mind, acts) - demarcheAp >= 1) acts.push({ type: 'answerDemarche', demarche: id, favour: true });
    else if (client && profile.cunning + profile.protest >= 70 && chance(mind, 50)) acts.push({ type: 'answerDemarche', demarche: id, favour: false });
  }
  if (tableDemarche.length === 0 || profile.together < 30 || apLeft(mind, acts) - demarcheAp < 1 || mind.memory.tried.has('demarche')) return;
  const last = view.history[String(view.table.round - 1)];
  const target = last?.sides?.provoker ?? ((last?.tests ?? 0) > 0 ? scenario.proliferator : null);
  if (target === null || target === undefined || !tableDemarche.includes(target) || !chance(mind, profile.together)) return;
  mind.memory.tried.add('demarche');
  acts.push({ type: 'tableDemarche', target });
}

/** M19, BU: what grows unseen is told to those who can help, and paid for together while it is small. */
export function buds(mind: Mind, acts: SeatCommand[]): void {
  const { profile } = mind;
  if (profile.together >= 40) {
    for (const { event, with: others } of mind.legal.craft.shareBuds) {
      for (const seat of others) if ((profile.together >= 80 || bandBetween(mind.view, mind.seat, seat) >= 2) && once(mind, `share ${event} ${seat}`)) acts.push({ type: 'shareBud', event, with: seat });
    }
  }
  const { pledge } = mind.legal.craft;
  let ap = pledge.length === 0 ? 0 : apLeft(mind, acts) - (profile.together >= 80 ? 1 : KEPT_AP);
  for (const { event, need, least, own, most, must } of pledge) {
    if (own > 0 || !once(mind, `pledge ${event}`)) continue;
    const share = Math.ceil(need / Math.max(1, Math.max(least, profile.together >= 80 ? least : least + 1)));
    const wanted = Math.min(most, ap, share);
    if (wanted <= 0 || !(must.includes(mind.seat) || chance(mind, profile.together + 10))) continue;
    ap -= wanted;
    acts.push({ type: 'pledge', event, ap: wanted });
  }
}

/** CO-12: an act that would break a promise unless it is told beforehand is told by those who keep theirs. */
export function announce(mind: Mind, acts: SeatCommand[]): void {
  const menu = mind.legal.craft.announce;
  if (menu.length === 0 || mind.profile.shirk > 20 || !once(mind, 'announce')) return;
  const outlook = outlookOf(mind);
  for (const action of menu) {
    const spec = atlasOf(mind.scenario).acts.get(action);
    if (!spec || spec.ap > mind.me.ap) continue;
    const act = { action, ap: spec.ap, targets: [], partners: spec.joint?.partners.filter((seat) => seat !== mind.seat) ?? [], ok: true, why: null };
    const choice = withParties(mind, act, []);
    if (choice && actionScore(mind, { ...outlook, bound: new Set() }, act, choice) > 8) { acts.push({ type: 'announce', action }); return; }
  }
}

/** CO-11: asks out loud where it suspects a broken word, and says sorry for its own. */
export function grievances(mind: Mind, acts: SeatCommand[]): void {
  const { profile, view } = mind;
  for (const commitment of mind.legal.craft.apologise) if ((profile.shirk <= 10 || mind.me.ds > 60) && mind.me.ds >= 33 && once(mind, `sorry ${commitment}`)) acts.push({ type: 'apologise', commitment });
  if (mind.memory.tried.has('accuse') || !chance(mind, 1 + profile.protest * 0.1)) return;
  const menu = mind.legal.craft.accuse;
  if (!menu) return;
  mind.memory.tried.add('accuse');
  const leak = menu.leaks.find((seat) => bandBetween(view, mind.seat, seat) <= 1 || profile.force >= 70);
  if (leak !== undefined && chance(mind, 50)) { acts.push({ type: 'accuse', leak }); return; }
  const doubted = menu.commitments.find((id) => {
    const c = view.commitments[id];
    return c !== undefined && c.giver !== mind.seat && (c.state === 'unverifiable' || (clauseOf(mind.scenario, c.clause)?.obs ?? 3) <= 1) && bandBetween(view, mind.seat, c.giver) <= 1;
  });
  if (doubted !== undefined) acts.push({ type: 'accuse', commitment: doubted });
}

/** M24. */
export function rules(mind: Mind, acts: SeatCommand[]): void {
  const menu = mind.legal.craft.joinRules;
  if (!menu || !once(mind, 'rules')) return;
  const join = mind.profile.commonGood >= 40 || chance(mind, 30);
  if (join !== menu.joined) acts.push({ type: 'joinRules', join });
}
