/** Watches a match event by event and keeps what its row needs; nothing of it reaches the bots or the rules. */
import type { Played } from '@concert/shared/bots/index';
import type { MatchEvent } from '@concert/shared/model/events';
import type { Crisis, MatchState, Proposal } from '@concert/shared/model/state';
import type { Scenario } from '@concert/shared/scenario/schema';
import { budWatch, type BudWatch } from './budWatch.ts';
import type { RedLineText, Row, SideTaking, Usage, WedgePlay } from './row.ts';
import { mean, rounded } from './statistics.ts';

/** N a wedge brought or cost its sender, by the codes of the rules (rules/wedge.ts). */
const WEDGE_TERMS: ReadonlySet<string> = new Set(['wedge', 'wedgeCaught']);
type Of<T extends MatchEvent['type']> = Extract<MatchEvent, { type: T }>;
type OpenText = { -readonly [K in keyof RedLineText]: RedLineText[K] };
interface OpenPlay { readonly round: number; readonly sender: string; divergence: number; offers: number; state: WedgePlay['state']; gain: number }

export class Collector {
  readonly #scenario: Scenario;
  readonly #redLineClauses: ReadonlySet<string>;
  readonly #assurances: ReadonlySet<string>;
  readonly #buds: BudWatch;
  readonly #plays = new Map<string, OpenPlay>();
  readonly #sides: SideTaking[] = [];
  readonly #texts = new Map<string, OpenText>();
  readonly #actions = new Set<string>();
  readonly #fired = new Set<string>();
  #crisis: { readonly crisis: Crisis; readonly bloc: number } | null = null;
  #provocations = 0;
  #adopted = 0;
  #suspended = 0;
  #notes = 0;
  #firstTest: number | null = null;

  /** `assurance` is the category of clauses that count as an assurance to the proliferator (T8). */
  constructor(scenario: Scenario, assurance: string) {
    this.#scenario = scenario;
    this.#buds = budWatch(scenario);
    this.#redLineClauses = new Set(scenario.clauses.filter((clause) => clause.effect.fixesRedLine !== undefined).map((clause) => clause.id));
    this.#assurances = new Set(scenario.clauses.filter((clause) => clause.category === assurance).map((clause) => clause.id));
  }

  /** One event, with the state after it. */
  see(event: MatchEvent, state: MatchState): void {
    this.#buds.see(event, state);
    switch (event.type) {
      case 'crisisOpened':
        this.#provocations += 1;
        // Blocs as they stand when the patrons choose; the fold hardens them afterwards.
        this.#crisis = { crisis: event.crisis, bloc: state.indicators.BLOC };
        return;
      case 'sidesRevealed': return this.#seeSides(event, state);
      case 'counted':
        if ((event.tests ?? 0) > 0) this.#firstTest ??= state.round;
        return;
      case 'proposalTabled': return this.#seeText(event.proposal);
      case 'proposalSigned': return this.#seeAnswer(event.proposal, event.seat, 'signed');
      case 'proposalRefused': return this.#seeAnswer(event.proposal, event.seat, 'refused');
      case 'proposalAdopted': {
        this.#adopted += 1;
        const text = this.#texts.get(event.proposal);
        if (text) text.adopted = true;
        return;
      }
      case 'actsRevealed':
        for (const taken of event.acts.actions) this.#actions.add(taken.action);
        return;
      case 'eventFired': this.#fired.add(event.id); return;
      case 'wedgeMoved': return this.#seeWedge(event, state);
      case 'seatMoved': return this.#seePoints(event, state);
      case 'learned':
        if (event.knowledge.kind === 'notes') this.#notes += 1;
        return;
      case 'roundClosed':
        if (!state.talks.open) this.#suspended += 1;
        return;
      default:
    }
  }

  #seeSides({ picks }: Of<'sidesRevealed'>, state: MatchState): void {
    if (!this.#crisis) return;
    const { crisis, bloc } = this.#crisis;
    const backs = (seats: readonly string[]): boolean => seats.some((seat) => picks[seat] === 'back');
    this.#sides.push({ round: state.round, bloc, bothBacked: backs(crisis.provokerPatrons) && backs(crisis.victimPatrons) });
    this.#crisis = null;
  }

  #seeText(proposal: Proposal): void {
    const { proliferator } = this.#scenario;
    if (proposal.scope !== 'plenary' || !proposal.lines.some((line) => this.#redLineClauses.has(line.clause))) return;
    const assured = proposal.lines.some((line) => this.#assurances.has(line.clause) && proliferator !== null && line.receivers.includes(proliferator));
    const asked = proliferator !== null && proposal.parties.includes(proliferator);
    this.#texts.set(proposal.id, {
      round: proposal.round, chairDraft: proposal.chairDraft, assured, adopted: false,
      proliferator: !asked ? null : proposal.signed.includes(proliferator) ? 'signed' : 'silent',
    });
  }

  #seeAnswer(proposal: string, seat: string, answer: 'signed' | 'refused'): void {
    const text = seat === this.#scenario.proliferator ? this.#texts.get(proposal) : undefined;
    if (text) text.proliferator = answer;
  }

  #seeWedge({ wedge }: Of<'wedgeMoved'>, state: MatchState): void {
    const key = `${wedge.sender}@${wedge.round}`;
    const play = this.#plays.get(key) ?? { round: wedge.round, sender: wedge.sender, divergence: 0, offers: 0, state: 'lapsed' as const, gain: 0 };
    this.#plays.set(key, play);
    play.offers = Math.max(play.offers, wedge.offers.length);
    if (wedge.state === 'open') play.divergence = state.indicators.D;
    else play.state = wedge.state;
  }

  #seePoints({ seat, nTerms }: Of<'seatMoved'>, state: MatchState): void {
    if (!nTerms) return;
    for (const term of nTerms) {
      if (!WEDGE_TERMS.has(term.code)) continue;
      const play = this.#plays.get(`${seat}@${state.round}`);
      if (play) play.gain += term.value;
    }
  }

  /** The row of the match, once it is over. */
  row(seed: number, { state, tempers }: Played): Row {
    const records = state.history;
    const of = (key: 'CON' | 'TEN' | 'BLOC' | 'D' | 'W'): number[] => records.map((record) => record.indicators[key]);
    const scores = state.ending?.scores ?? [];
    // Both offers made: one alone divides nobody and is only a promise.
    const plays = [...this.#plays.values()].filter((play) => play.offers >= 2)
      .map(({ round, sender, divergence, state: end, gain }): WedgePlay => ({ round, sender, divergence, state: end, gain }));
    return {
      seed, outcome: state.ending?.tier ?? 'stalemate', rounds: state.round,
      meanCON: rounded(mean(of('CON'))), endCON: state.indicators.CON, minCON: Math.min(...of('CON')), endPRO: state.indicators.PRO, maxW: Math.max(...of('W')),
      tests: state.tests, provocations: this.#provocations, bothBacked: this.#sides.filter((side) => side.bothBacked).length,
      breaches: state.commitments.filter((c) => c.state === 'breached').length,
      kept: state.commitments.reduce((all, c) => all + c.tranches.filter((tranche) => tranche.state === 'performed').length, 0),
      wedges: plays.filter((play) => play.state === 'sprung').length,
      scores: Object.fromEntries(scores.map((score) => [score.seat, score.score])), tempers,
      beatPar: scores.filter((score) => score.beatPar).map((score) => score.seat),
      mandatesMet: scores.filter((score) => score.mandateMet === true).map((score) => score.seat),
      meanBLOC: rounded(mean(of('BLOC'))), meanTEN: rounded(mean(of('TEN'))), meanD: rounded(mean(of('D'))), endINST: state.indicators.INST, endVAL: state.indicators.VAL,
      firstTest: this.#firstTest, adopted: this.#adopted, suspended: this.#suspended,
      wedgeGain: plays.reduce((all, play) => all + play.gain, 0), wedgePlays: plays, notes: this.#notes / 2, // both powers learn of it
      sides: this.#sides, buds: this.#buds.ends(), redLineTexts: [...this.#texts.values()], con: of('CON'), war: of('W'),
    };
  }

  /** What was used in the match. */
  usage({ state, refused }: Played): { readonly [K in keyof Usage]: Iterable<string> } {
    const own = state.commitments.filter((c) => c.adoptedAt > 0); // what the scenario brought along was not used by anybody
    return {
      clauses: new Set(own.map((c) => c.clause)),
      performed: new Set(own.filter((c) => c.tranches.some((tranche) => tranche.state === 'performed')).map((c) => c.clause)),
      actions: this.#actions, events: this.#fired,
      refused: refused.map((told) => told.slice(told.indexOf(' ') + 1)),
    };
  }
}
