/** What could be done now: what each manner would do, and variations of it. */
import type { ActionChoice, DueChoice, SeatCommand } from '../../model/commands.ts';
import { withParties } from '../actions.ts';
import { atlasOf } from '../atlas.ts';
import { draftText } from '../draft.ts';
import { policyOf, type Policy } from '../policies.ts';
import { searchLimits } from './limits.ts';
import { profileOf } from '../temper.ts';
import type { BotMemory, Mind, Temper } from '../types.ts';

/** Manners a search thinks of; the first is where it starts. */
export const MANNERS: readonly Temper[] = ['historic', 'dove', 'opportunist', 'concert'];
const LIGHT_DUE = 2;
const MOST_VARIATIONS = 7;
/** Texts drawn in each manner. */
const DRAWS = 2;

/** Acts of this phase, and the manner to go on in. */
export interface Candidate { readonly acts: readonly SeatCommand[]; readonly manner: Temper; readonly memory: BotMemory }

/** The mind with another temper, and notes of its own so that thinking leaves no trace. */
export function asIf(mind: Mind, temper: Temper): Mind {
  const memory = copy(mind.memory);
  return {
    view: mind.view, scenario: mind.scenario, seat: mind.seat, random: mind.random, temper, memory, profile: profileOf(temper), ...(mind.hosted ? { hosted: mind.hosted } : {}),
    get me() { return mind.me; }, get legal() { return mind.legal; },
  };
}

const copy = (memory: BotMemory): BotMemory => ({ ...memory, plan: [], tried: new Set(memory.tried), refusedTexts: new Set(memory.refusedTexts), demands: new Map(memory.demands), grudges: new Map(memory.grudges), seen: new Set(memory.seen), own: null });

/** What a manner would say in this phase. */
export function wouldDo(mind: Mind, manner: Temper): Candidate {
  const other = asIf(mind, manner);
  const policy: Policy = policyOf(manner);
  const first = policy(other);
  return { acts: first ? [first, ...other.memory.plan] : [], manner, memory: other.memory };
}

/** One candidate for each different thing to do. */
export function distinct(candidates: readonly Candidate[]): Candidate[] {
  const known = new Set<string>();
  return candidates.filter(({ acts }) => { const key = JSON.stringify(acts); if (known.has(key)) return false; known.add(key); return true; });
}

/** Texts this seat could table here instead of what it meant to, as each manner would draft them, as long as there is time. */
export function texts(mind: Mind, base: Candidate): Candidate[] {
  const { mayContinue } = searchLimits();
  const found: Candidate[] = [];
  for (const place of mind.legal.propose) {
    if (place.left <= 0) continue;
    const rest = base.acts.filter((act) => act.type !== 'propose' || act.scope !== place.scope || (act.chairDraft ?? false) !== place.chairDraft || act.counterTo !== undefined);
    if (rest.length < base.acts.length) found.push({ ...base, acts: rest });
    for (const manner of MANNERS) for (let draw = 0; draw < DRAWS; draw += 1) {
      if (!mayContinue()) return found;
      const lines = draftText(asIf(mind, manner), place);
      if (lines) found.push({ ...base, acts: [...rest, { type: 'propose', scope: place.scope, lines, ...(place.chairDraft ? { chairDraft: true } : {}) }] });
    }
  }
  return found;
}

/** Levels next to the one meant, a text answered otherwise, a sealed choice with one act or one due changed. */
export function variations(mind: Mind, base: Candidate): Candidate[] {
  const found: Candidate[] = [];
  const changed = (from: SeatCommand, to: SeatCommand): void => { found.push({ ...base, acts: base.acts.map((act) => (act === from ? to : act)) }); };
  for (const act of base.acts) {
    if (act.type === 'declare') for (const level of mind.legal.declare?.levels ?? []) { if (Math.abs(level - act.level) === 1) changed(act, { type: 'declare', level }); }
    else if (act.type === 'pickSide') changed(act, { type: 'pickSide', side: act.side === 'back' ? 'restrain' : 'back' });
    else if (act.type === 'answerAct') changed(act, { ...act, accept: !act.accept });
    else if (act.type === 'sign') changed(act, { type: 'refuse', proposal: act.proposal, version: act.version, reasons: ['not-now'] });
    else if (act.type === 'refuse') changed(act, { type: 'sign', proposal: act.proposal, version: act.version });
    else if (act.type === 'choose') for (const other of choices(mind, act)) changed(act, other);
  }
  return found.slice(0, MOST_VARIATIONS);
}

type Choose = Extract<SeatCommand, { type: 'choose' }>;

/** One act more or less, the best paid first; one costly due not simply performed. */
function choices(mind: Mind, base: Choose): Choose[] {
  const menu = mind.legal.choose;
  if (!menu) return [];
  const { acts } = atlasOf(mind.scenario);
  const apOf = (choice: ActionChoice): number => menu.actions.find((each) => each.action === choice.action)?.ap ?? 0;
  const left = menu.ap - base.actions.reduce((sum, choice) => sum + apOf(choice), 0) - base.remedies.reduce((sum, { event }) => sum + (menu.remedies.find((each) => each.event === event)?.ap ?? 0), 0) - (base.ratify?.length ?? 0);
  const free = base.actions.some((choice) => acts.get(choice.action)?.ap === 0);
  const found: { readonly choice: Choose; readonly promise: number }[] = [];
  for (const taken of base.actions) found.push({ choice: { ...base, actions: base.actions.filter((each) => each !== taken) }, promise: 1 - (acts.get(taken.action)?.n ?? 0) });
  for (const act of menu.actions) {
    const spec = acts.get(act.action);
    if (!act.ok || !spec || spec.joint || base.actions.length >= menu.maxActions || act.ap > left || (spec.ap === 0 && free) || base.actions.some((each) => each.action === act.action)) continue;
    const choice = withParties(mind, act, []);
    if (choice) found.push({ choice: { ...base, actions: [...base.actions, choice] }, promise: spec.n * 2 - spec.ten * 0.2 + (mind.me.ds < 40 ? spec.ds * 0.3 : 0) });
  }
  for (const { commitment, options } of menu.dues) {
    const clause = mind.view.commitments[commitment]?.clause ?? '';
    const cost = mind.view.worth[clause]?.cost ?? 0;
    if (cost <= LIGHT_DUE) continue;
    const now = base.dues[commitment] ?? 'perform';
    const other: DueChoice | undefined = now !== 'perform' ? 'perform' : options.includes('delay') ? 'delay' : options.find((each) => each === 'feign' || each === 'withhold');
    if (other) found.push({ choice: { ...base, dues: { ...base.dues, [commitment]: other } }, promise: cost * 0.4 });
  }
  return found.sort((a, b) => b.promise - a.promise).map(({ choice }) => choice);
}
