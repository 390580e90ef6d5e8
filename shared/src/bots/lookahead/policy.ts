/** The `search` temper: tries what it could do in imagined matches that fit its view, and does what brought it most (docs/bots.md). */
import type { SeatCommand } from '../../model/commands.ts';
import type { PhaseId } from '../../model/ids.ts';
import type { View } from '../../model/view.ts';
import type { PublicScenario } from '../../scenario/public.ts';
import type { BotMemory, Mind, Temper } from '../types.ts';
import { distinct, MANNERS, texts, variations, wouldDo, type Candidate } from './candidates.ts';
import { imaginedScenario, ownWeight } from './guess.ts';
import { imagine } from './imagine.ts';
import { searchLimits } from './limits.ts';
import { stageOf, tryOut, type Stage } from './rollout.ts';

/** Whom it takes the others for. */
const OTHERS: Temper = 'historic';
/** What was learnt of a manner counts this much less each round. */
const FADING = 0.6;
/** Points by which a single trial may mislead, and how far a difference must stand out of that. */
const SPREAD = 4;
const CAUTION = 0.6;

interface Notes { scenario: PublicScenario; weight: number | null; stage: Stage; round: number; manner: Temper; readonly known: Map<Temper, Tally> }

export function search(mind: Mind): SeatCommand | null {
  const phase: PhaseId = mind.hosted?.phase ?? mind.view.table.phase;
  const notes = notesOf(mind);
  if (notes.round !== mind.view.table.round && phase !== 'dawn' && phase !== 'reveal') chooseManner(mind, notes);
  const base = wouldDo(mind, notes.manner);
  return adopt(mind, weigh(mind, notes, phase, base));
}

/** The best of what the manner would do and of the other ways there are. */
function weigh(mind: Mind, notes: Notes, phase: PhaseId, base: Candidate): Candidate {
  const { decision } = searchLimits();
  const answers = base.acts.some((act) => act.type === 'sign' || act.type === 'refuse');
  const talks = phase === 'plenary' || (phase === 'bilateral' && mind.legal.meet?.with != null);
  if (decision < 2 || (phase !== 'declaration' && phase !== 'secret' && phase !== 'crisis' && !talks)) return base;
  // What was looked at once in a phase is looked at again only for a text that waits for an answer.
  if (mind.memory.tried.has(`looked ${talks}`) && !answers) return base;
  base.memory.tried.add(`looked ${talks}`);
  const others = phase === 'plenary' || phase === 'secret' ? MANNERS.filter((manner) => manner !== notes.manner).map((manner) => ({ ...wouldDo(mind, manner), manner: notes.manner })) : [];
  const drafts = talks && !mind.memory.tried.has('drafted') ? texts(mind, base) : [];
  if (talks) base.memory.tried.add('drafted');
  const candidates = distinct([base, ...variations(mind, base), ...others, ...drafts]).slice(0, Math.max(2, decision >> 1));
  return candidates.length < 2 ? base : best(mind, notes, candidates, decision);
}

/** How much better than the first something was, trial by trial with the same dice. */
class Tally {
  sum = 0;
  squares = 0;
  count = 0;
  add(difference: number): void { this.sum += difference; this.squares += difference * difference; this.count += 1; }
  fade(by: number): void { this.sum *= by; this.squares *= by; this.count *= by; }
  get mean(): number { return this.count === 0 ? 0 : this.sum / this.count; }
  /** What it is better by for all one can say: a few trials tell little. */
  get sure(): number {
    if (this.count === 0) return -Infinity;
    const spread = (this.squares - this.count * this.mean * this.mean + SPREAD * SPREAD) / this.count;
    return this.mean - CAUTION * Math.sqrt(Math.max(0, spread) / this.count);
  }
}

/** Rollouts with the same dice for every candidate; after a first look only the better half is tried on. */
function best(mind: Mind, notes: Notes, candidates: readonly Candidate[], budget: number): Candidate {
  const { mayContinue, rounds } = searchLimits();
  const results = candidates.map((candidate) => ({ candidate, tally: new Tally(), out: false }));
  const base = candidates[0] as Candidate;
  let left = budget;
  for (let trial = 0; left > 1 && results.some((each, i) => i > 0 && !each.out); trial += 1) {
    const seed = Math.floor(mind.random() * 0x7fffffff);
    const from = imagine(notes.stage.scenario, mind.view, mind.seat, seed);
    const value = ({ acts, manner }: Candidate): number | null => { left -= 1; return tryOut(notes.stage, from, { seat: mind.seat, acts, temper: manner, others: OTHERS, seed, rounds }); };
    if (!mayContinue()) break;
    const own = value(base);
    if (own === null) break;
    for (const each of results.slice(1)) {
      if (each.out) continue;
      if (left <= 0 || !mayContinue()) { left = 0; break; }
      const other = value(each.candidate);
      if (other === null) each.out = true;
      else each.tally.add(other - own);
    }
    if (trial === 0) {
      const order = results.slice(1).filter((each) => !each.out).sort((a, b) => b.tally.mean - a.tally.mean);
      for (const each of order.slice(Math.max(1, order.length >> 1))) each.out = true;
    }
  }
  let found = base;
  let most = 0;
  for (const each of results.slice(1)) if (!each.out && each.tally.sure > most) { most = each.tally.sure; found = each.candidate; }
  return found;
}

/** Once a round: in which manner the rest of the match brings most, by what was learnt so far. */
function chooseManner(mind: Mind, notes: Notes): void {
  const { manner: budget, rounds, mayContinue } = searchLimits();
  const [base = notes.manner, ...others] = MANNERS;
  notes.round = mind.view.table.round;
  for (const known of notes.known.values()) known.fade(FADING);
  for (let used = 0; used + MANNERS.length <= budget && mayContinue(); used += MANNERS.length) {
    const seed = Math.floor(mind.random() * 0x7fffffff);
    const from = imagine(notes.stage.scenario, mind.view, mind.seat, seed);
    const value = (temper: Temper): number => tryOut(notes.stage, from, { seat: mind.seat, acts: [], temper, others: OTHERS, seed, rounds }) ?? 0;
    const own = value(base);
    for (const manner of others) {
      let known = notes.known.get(manner);
      if (!known) notes.known.set(manner, (known = new Tally()));
      known.add(value(manner) - own);
    }
  }
  notes.manner = base;
  let most = 0;
  for (const [manner, known] of notes.known) if (known.sure > most) { most = known.sure; notes.manner = manner; }
}

function adopt({ memory }: Mind, chosen: Candidate): SeatCommand | null {
  const { own: _own, plan: _plan, tried, refusedTexts, demands, grudges, seen, ...notes } = chosen.memory;
  for (const key of tried) memory.tried.add(key);
  for (const text of refusedTexts) memory.refusedTexts.add(text);
  for (const id of seen) memory.seen.add(id);
  for (const [seat, more] of demands) memory.demands.set(seat, more);
  for (const [seat, points] of grudges) memory.grudges.set(seat, points);
  memory.wedge = notes.wedge;
  memory.sense = notes.sense;
  memory.idle = true;
  const [first, ...rest] = chosen.acts;
  memory.plan.push(...rest);
  return first ?? null;
}

/** Notes of this match; the imagined scenario is made anew when the own account has told the own weight. */
function notesOf(mind: Mind): Notes {
  const kept = (mind.memory as BotMemory).own as Notes | null;
  const weight = mind.me.n === undefined ? null : ownWeight(mind.view);
  const stage = (view: View): Stage => stageOf(imaginedScenario(mind.scenario, view, mind.seat), view.table.level);
  if (!kept || kept.scenario !== mind.scenario) {
    const notes: Notes = { scenario: mind.scenario, weight, stage: stage(mind.view), round: 0, manner: MANNERS[0] ?? 'concert', known: new Map() };
    mind.memory.own = notes;
    return notes;
  }
  if (kept.weight === null && weight !== null) { kept.weight = weight; kept.stage = stage(mind.view); }
  return kept;
}
