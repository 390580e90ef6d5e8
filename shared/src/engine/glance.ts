/**
 * A seat's view made slice by slice, only when somebody reads it: for lookers that need no patches, such as the bots of a simulated match.
 * It is built from the same slices as `project.ts` and says the same (a test compares them); it never shows more.
 */
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalSlice, View } from '../model/view.ts';
import { askedNow, answerGiven } from '../rules/answers.ts';
import { legalMeetings } from '../rules/bilaterals.ts';
import { legalChoice } from '../rules/choices.ts';
import { legalDeclaration } from '../rules/declaration.ts';
import { exactPairs } from '../rules/intelligence.ts';
import { MAX_LENGTH } from '../rules/press.ts';
import { secret } from '../rules/secrecy.ts';
import { legalSide, legalStand } from '../rules/sideTaking.ts';
import { legalPreSteps } from '../rules/suspension.ts';
import type { Scenario } from '../scenario/schema.ts';
import { legalAnswers, legalProposals } from './legal.ts';
import { legalStatecraft, NO_LEGAL_STATECRAFT } from './legalStatecraft.ts';
import { channelReader, commitmentSlice, meSlice, newsReader, proposalSlice } from './ownSlices.ts';
import { awaited } from './phases.ts';
import { statecraftSlice } from './statecraftSlice.ts';
import { crisisSlice, gaugesSlice, revealedSlice, roundSlice, seatSlice, tableSlice, trustSlice, worthSlice } from './viewSlices.ts';

/** The last value of a slice and what it was made from. */
class Kept<T> {
  #inputs: readonly unknown[] = [];
  #value: T | undefined;
  get(inputs: readonly unknown[], make: () => T): T {
    const before = this.#inputs;
    let same = this.#value !== undefined && before.length === inputs.length;
    for (let i = 0; same && i < inputs.length; i += 1) same = before[i] === inputs[i];
    if (same) return this.#value as T;
    this.#inputs = inputs;
    return (this.#value = make());
  }
}

/** Slices of the members of a list, kept by member while `settled` says that nothing else decides about them. */
function kept<S extends object, T>(settled: (source: S, state: MatchState) => boolean): (source: S, state: MatchState, make: () => T) => T {
  const slices = new WeakMap<S, { readonly value: T }>();
  return (source, state, make) => {
    const known = slices.get(source);
    if (known) return known.value;
    const value = make();
    if (settled(source, state)) slices.set(source, { value });
    return value;
  };
}

/** Looks with the eyes of one seat: each call is cheap, each slice is paid for when it is read first. */
export function createGlance(scenario: Scenario, seat: SeatId): (state: MatchState) => View {
  const slices = {
    me: new Kept<View['me']>(), gauges: new Kept<View['gauges']>(), craft: new Kept<View['craft']>(), seats: new Kept<View['seats']>(), trust: new Kept<View['trust']>(),
    proposals: new Kept<View['proposals']>(), commitments: new Kept<View['commitments']>(), history: new Kept<View['history']>(), worth: new Kept<View['worth']>(),
  };
  const channels = channelReader(scenario);
  const news = newsReader();
  const proposal = kept<MatchState['proposals'][number], ReturnType<typeof proposalSlice>>(() => true);
  const commitment = kept<MatchState['commitments'][number], ReturnType<typeof commitmentSlice>>((c, state) => !secret(c) && (state.history.at(-1)?.round ?? 0) >= c.adoptedAt);
  const round = kept<MatchState['history'][number], View['history'][string]>(() => true);

  class Look implements View {
    readonly viewer = { kind: 'seat', seat } as const;
    readonly #state: MatchState;
    #table: View['table'] | undefined;
    #legal: LegalSlice | undefined;
    constructor(state: MatchState) { this.#state = state; }
    get #ended(): boolean { return this.#state.status === 'ended'; }
    get table(): View['table'] { return (this.#table ??= tableSlice(scenario, this.#state, seat)); }
    get gauges(): View['gauges'] {
      const s = this.#state;
      return slices.gauges.get([s.indicators, s.acts, s.craft, s.terms, s.seats, s.tests, s.launches, s.clock, this.#ended], () => gaugesSlice(scenario, s, seat));
    }
    get me(): View['me'] {
      const s = this.#state;
      return slices.me.get([s.status, s.seats, s.sealed, s.invitations, s.commitments, s.craft], () => meSlice(scenario, s, seat));
    }
    get legal(): View['legal'] { return (this.#legal ??= new Menu(this.#state)); }
    get crisis(): View['crisis'] { return crisisSlice(scenario, this.#state); }
    get craft(): View['craft'] {
      const s = this.#state;
      return slices.craft.get([s.craft, s.phase, s.history.length, s.indicators, s.round, this.#ended], () => statecraftSlice(scenario, s, seat));
    }
    get revealed(): View['revealed'] { return revealedSlice(scenario, this.#state); }
    get ending(): View['ending'] { return this.#state.ending; }
    get seats(): View['seats'] {
      const s = this.#state;
      return slices.seats.get([s.seats, s.history, this.#ended], () => record(Object.entries(s.seats), ([id, source]) => [id, seatSlice(scenario, s, id, source)]));
    }
    get trust(): View['trust'] {
      const s = this.#state;
      return slices.trust.get([s.trust, this.#ended, s.craft.knowledge[seat], s.round], () => {
        const exact = exactPairs(s, seat);
        return record(Object.entries(s.trust), ([pair, value]) => [pair, trustSlice(pair, value, seat, this.#ended, exact)]);
      });
    }
    get proposals(): View['proposals'] {
      const s = this.#state;
      return slices.proposals.get([s.proposals, this.#ended], () => record(s.proposals, (p) => [p.id, this.#ended ? proposalSlice(p, seat, true) : proposal(p, s, () => proposalSlice(p, seat, false))]));
    }
    get commitments(): View['commitments'] {
      const s = this.#state;
      return slices.commitments.get([s.commitments, this.#ended, s.history.length], () => record(s.commitments, (c) => [c.id, this.#ended ? commitmentSlice(scenario, s, c, seat, true) : commitment(c, s, () => commitmentSlice(scenario, s, c, seat, false))]));
    }
    get channels(): View['channels'] { return channels(this.#state, seat); }
    get news(): View['news'] { return news(this.#state.news, seat, false); }
    get history(): View['history'] {
      const s = this.#state;
      return slices.history.get([s.history, this.#ended], () => record(s.history, (r) => [String(r.round), this.#ended ? roundSlice(scenario, r, seat, true) : round(r, s, () => roundSlice(scenario, r, seat, false))]));
    }
    get worth(): View['worth'] {
      const s = this.#state;
      return slices.worth.get([s.events, s.windowUntil !== null && s.round <= s.windowUntil, s.craft.effects, s.history.length], () => record(scenario.clauses, (clause) => [clause.id, worthSlice(scenario, s, seat, clause)]));
    }
  }

  class Menu implements LegalSlice {
    readonly #state: MatchState;
    #propose: LegalSlice['propose'] | undefined;
    #answer: LegalSlice['answer'] | undefined;
    #choose: LegalSlice['choose'] | undefined;
    #craft: LegalSlice['craft'] | undefined;
    constructor(state: MatchState) { this.#state = state; }
    get #on(): boolean { return this.#state.status === 'running'; }
    get ready(): boolean { return this.#on && awaited(scenario, this.#state).includes(seat); }
    get declare(): LegalSlice['declare'] { return this.#on ? legalDeclaration(this.#state, seat) : null; }
    get meet(): LegalSlice['meet'] { return this.#on ? legalMeetings(scenario, this.#state, seat) : null; }
    get propose(): LegalSlice['propose'] { return (this.#propose ??= this.#on ? legalProposals(scenario, this.#state, seat) : []); }
    get answer(): LegalSlice['answer'] { return (this.#answer ??= this.#on ? legalAnswers(scenario, this.#state, seat) : {}); }
    get choose(): LegalSlice['choose'] { return this.#choose === undefined ? (this.#choose = this.#on ? legalChoice(scenario, this.#state, seat) : null) : this.#choose; }
    get side(): LegalSlice['side'] { return this.#on ? legalSide(scenario, this.#state, seat) : null; }
    get answerActs(): LegalSlice['answerActs'] { return this.#on ? askedNow(scenario, this.#state, seat).filter((question) => answerGiven(this.#state, seat, question) === undefined) : []; }
    get stand(): boolean { return this.#on && legalStand(scenario, this.#state, seat); }
    get preStep(): LegalSlice['preStep'] { return this.#on ? legalPreSteps(scenario, this.#state, seat) : []; }
    get craft(): LegalSlice['craft'] { return (this.#craft ??= this.#on ? legalStatecraft(scenario, this.#state, seat) : NO_LEGAL_STATECRAFT); }
    get message(): LegalSlice['message'] { return this.#state.status === 'waiting' ? null : { maxLength: MAX_LENGTH }; }
  }

  return (state) => new Look(state);
}

function record<S, T>(sources: readonly S[], make: (source: S) => readonly [string, T | null]): Record<string, T> {
  const made: Record<string, T> = {};
  for (const source of sources) {
    const [key, value] = make(source);
    if (value !== null) made[key] = value;
  }
  return made;
}
