/** M04, AC-7: what a seat may pay to know: the exact trust of two others, a secret envoy, a covert breach or side letter. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import { record } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import type { Inquiry, Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { CommitmentId, PairKey, SeatId } from '../model/ids.ts';
import { pairKey } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalStatecraft } from '../model/view.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bookNow } from './booking.ts';
import { expose, exposable } from './hiddenActs.ts';
import { breach } from './ledger.ts';
import { allows } from './level.ts';
import { findSideLetters } from './sideLetters.ts';

const PAIR_AP = 1;
const CHANNEL_AP = 1;
const COVERT_AP = 2;
const PHASES: readonly string[] = ['brief', 'bilateral'];

const priceOf = (about: Inquiry): number => (about.kind === 'covert' ? COVERT_AP : about.kind === 'channel' ? CHANNEL_AP : PAIR_AP);
const known = (state: MatchState, seat: SeatId) => (state.craft.knowledge[seat] ?? []).filter((each) => each.round === state.round);

/** Pairs of others whose exact trust this seat has bought this round. */
export const exactPairs = (state: MatchState, seat: SeatId): readonly PairKey[] => known(state, seat).flatMap((each) => (each.kind === 'pair' ? [each.pair] : []));

function openPairs(scenario: Scenario, state: MatchState, seat: SeatId): PairKey[] {
  const bought = exactPairs(state, seat);
  return (lookup(scenario).pairsOfOthers.get(seat) ?? []).filter((pair) => !bought.includes(pair));
}
const unasked = (state: MatchState, seat: SeatId, kind: 'channel' | 'covert'): SeatId[] =>
  Object.keys(state.seats).filter((other) => other !== seat && !known(state, seat).some((each) => each.kind === kind && each.seat === other));

/** What this seat may ask now; null outside the brief and the bilaterals, or where the level does not play it. */
export function legalInquiries(scenario: Scenario, state: MatchState, seat: SeatId): LegalStatecraft['inquire'] {
  if (!allows(scenario, state, 'M04') || !PHASES.includes(state.phase)) return null;
  const ap = state.seats[seat]?.ap ?? 0;
  return {
    pairs: ap >= PAIR_AP ? openPairs(scenario, state, seat) : [], channels: ap >= CHANNEL_AP ? unasked(state, seat, 'channel') : [], covert: ap >= COVERT_AP ? unasked(state, seat, 'covert') : [],
    pairAp: PAIR_AP, channelAp: CHANNEL_AP, covertAp: COVERT_AP,
  };
}

export function decideInquire(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'inquire' }>): readonly MatchEvent[] | Refusal {
  const { about } = command;
  if (!allows(scenario, state, 'M04')) return refuse('not-at-level', { level: state.options.level });
  if (!PHASES.includes(state.phase)) return refuse('wrong-phase', { phase: 'bilateral', now: state.phase });
  const fits = about.kind === 'pair'
    ? about.a !== about.b && state.seats[about.a] !== undefined && state.seats[about.b] !== undefined && openPairs(scenario, state, seat).includes(pairKey(scenario, about.a, about.b))
    : unasked(state, seat, about.kind).includes(about.seat);
  if (!fits) return refuse('bad-inquiry');
  const need = priceOf(about);
  const have = state.seats[seat]?.ap ?? 0;
  if (need > have) return refuse('no-ap', { need, have });
  const r = record(scenario, state);
  r.emit({ type: 'seatMoved', seat, set: { ap: have - need } });
  if (about.kind === 'pair') {
    r.emit({ type: 'learned', seat, knowledge: { kind: 'pair', pair: pairKey(scenario, about.a, about.b), round: state.round } });
    post(r, 'table.inquiry.pair', { a: about.a, b: about.b, value: state.trust[pairKey(scenario, about.a, about.b)] ?? 0 }, [seat]);
  } else if (about.kind === 'channel') askChannel(r, seat, about.seat);
  else askCovert(r, seat, about.seat);
  return r.events;
}

/** E33: a secret envoy of the last rounds comes out once somebody looks for it. */
function askChannel(r: Recorder, seat: SeatId, about: SeatId): void {
  const acts = exposable(r.scenario, r.state, about);
  r.emit({ type: 'learned', seat, knowledge: { kind: 'channel', seat: about, found: acts.length > 0, round: r.state.round } });
  post(r, acts.length > 0 ? 'table.inquiry.channel.found' : 'table.inquiry.channel.nothing', { seat: about }, [seat]);
  const t = tally();
  for (const act of acts) expose(r, t, act);
  bookNow(r, t);
}

/** E32, CO-10: covert breaches and side letters of one seat are found now. */
function askCovert(r: Recorder, seat: SeatId, about: SeatId): void {
  const t = tally();
  const feints: CommitmentId[] = r.state.commitments.filter((c) => c.giver === about && c.foundAt !== null && c.tranches.some((tranche) => tranche.state === 'feigned')).map((c) => c.id);
  const letters = findSideLetters(r, t, about);
  for (const id of feints) breach(r, t, id, { covert: true });
  const found = [...feints, ...letters];
  r.emit({ type: 'learned', seat, knowledge: { kind: 'covert', seat: about, found, round: r.state.round } });
  post(r, found.length > 0 ? 'table.inquiry.covert.found' : 'table.inquiry.covert.nothing', { seat: about }, [seat]);
  bookNow(r, t);
}
