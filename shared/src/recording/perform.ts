/** Plays a script through the engine: every act is decided like anybody's, and the first illegal one ends it with what would have been legal. */
import { step } from '../engine/decide.ts';
import { legalActs } from '../engine/legal.ts';
import { isRefusal, type ActCommand, type Actor, type Command, type LineDraft } from '../model/commands.ts';
import type { MatchState } from '../model/state.ts';
import { giverSets, receiverSets } from '../rules/drafting.ts';
import { waiting } from '../rules/setup.ts';
import { extendScenario, loadScenario } from '../scenario/load.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Annotation } from './format.ts';
import type { Script, ScriptCommand, ScriptStep } from './script.ts';
import { recordingText, seqOf, type OpenAct } from './write.ts';

export interface Performed { readonly scenario: Scenario; readonly state: MatchState; readonly acts: readonly OpenAct[]; readonly annotations: readonly Annotation[]; /** Steps (from 1) the rules did not ask for. */ readonly skipped: readonly number[] }
/** The step (from 1) and the act in it that could not be done; `legal` names what its seat could do instead. */
export interface ScriptProblem { readonly step: number; readonly act: number; readonly seat: string; readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly legal: readonly string[] }
export const isPerformed = (played: Performed | ScriptProblem): played is Performed => 'acts' in played;

/** The scenario of a script; `find` gives the file of a scenario's id. @throws ScenarioError */
export const scenarioOf = (script: Script, find: (id: string) => unknown): Scenario =>
  loadScenario(extendScenario(find(script.scenario), find));

/** Plays a whole script; phases end by the clock, at the next step that asks for a later one. */
export function perform(script: Script, scenario: Scenario): Performed | ScriptProblem {
  return new Performance(script, scenario).play();
}

/** The performance as a recording file. */
export function scriptRecording(script: Script, { scenario, acts, annotations }: Performed, software: string): string {
  const { seed, level } = script.options;
  return recordingText(scenario, {
    match: script.id, title: script.title.en, software, seed, preset: level, startedAt: acts[0]?.at ?? null,
    seats: scenario.seats.map(({ id }) => ({ seat: id, holder: 'people' as const, names: [] })),
  }, acts, annotations);
}

const HOUR = 3_600_000;
/** Nine in the morning in Beijing of the (first) day, as recordings count time. */
export const momentOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = (date.split('/')[0] ?? '').split('-').map(Number);
  return Date.UTC(year, month - 1, day) + HOUR;
};

/** A fault of the script itself, told like a refusal. */
class Missing extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, params: Readonly<Record<string, string | number>>) { super(code); this.code = code; this.params = params; }
}

class Performance {
  readonly #script: Script;
  readonly #scenario: Scenario;
  readonly #acts: OpenAct[] = [];
  /** Index of the act each remark belongs to. */
  readonly #remarks: { readonly act: number; readonly annotation: Omit<Annotation, 'seq'> }[] = [];
  readonly #texts = new Map<string, string>();
  readonly #skipped: number[] = [];
  #state: MatchState;
  #at = 0;

  constructor(script: Script, scenario: Scenario) {
    this.#script = script;
    this.#scenario = scenario;
    this.#state = waiting(scenario);
  }

  play(): Performed | ScriptProblem {
    const { options, rounds, steps } = this.#script;
    const holders = Object.fromEntries(this.#scenario.seats.map(({ id }) => [id, 'people' as const]));
    this.#chapter(1);
    this.#table({ type: 'start', options: { ...options, rounds: rounds.length, holders } });
    for (const [index, each] of steps.entries()) {
      const problem = this.#step(each, index + 1);
      if (problem) return problem;
    }
    while (this.#state.status === 'running') this.#advance();
    const seqs = seqOf(this.#acts);
    const annotations = this.#remarks.map(({ act, annotation }): Annotation => ({ ...annotation, seq: seqs[act] ?? 1 }));
    return { scenario: this.#scenario, state: this.#state, acts: this.#acts, annotations, skipped: this.#skipped };
  }

  #step(each: ScriptStep, number: number): ScriptProblem | null {
    const there = this.#goTo(each);
    if (!there && !each.ifAsked) return { step: number, act: 1, seat: each.acts[0]?.seat ?? '', code: 'phase-passed', params: { round: each.round, phase: each.phase }, legal: [`${this.#state.round} ${this.#state.phase}`] };
    if (!there) { this.#skipped.push(number); return null; }
    this.#at = Math.max(this.#at, momentOf(each.date));
    const first = this.#acts.length;
    for (const [index, { seat, command }] of each.acts.entries()) {
      const refusal = this.#act(seat, command);
      if (refusal && !each.ifAsked) return { step: number, act: index + 1, seat, ...refusal, legal: this.#menu(seat) };
    }
    if (this.#acts.length === first) { this.#skipped.push(number); return null; }
    const { date, certainty, text, source } = each;
    this.#remarks.push({ act: first, annotation: { id: `s${number}`, kind: 'source', text, date, certainty, source } });
    return null;
  }

  /** Lets time run out until the step's phase is open; false when it has passed or does not come. */
  #goTo({ round, phase, slot = 1 }: ScriptStep): boolean {
    const here = (): boolean => this.#state.round === round && this.#state.phase === phase && (phase !== 'bilateral' || this.#state.slot === slot);
    const ahead = (): boolean => this.#state.status === 'running' && (this.#state.round < round || (this.#state.round === round && before(this.#state, phase, slot)));
    while (!here() && ahead()) this.#advance();
    return here();
  }

  #advance(): void {
    const opens = this.#state.phase === 'reveal' && this.#state.round < this.#script.rounds.length;
    if (opens) this.#chapter(this.#state.round + 1);
    this.#table({ type: 'advance', phaseSeq: this.#state.phaseSeq });
  }

  #chapter(round: number): void {
    const begins = this.#script.rounds[round - 1];
    if (!begins) return;
    this.#at = Math.max(this.#at, momentOf(begins.date));
    this.#remarks.push({ act: this.#acts.length, annotation: { id: `c${round}`, kind: 'chapter', title: begins.title, text: begins.text, date: begins.date } });
  }

  #table(command: Command): void {
    const refusal = this.#submit({ kind: 'table' }, command);
    if (refusal) throw new Error(`the table was refused: ${refusal.code}`);
  }

  #act(seat: string, command: ScriptCommand): { readonly code: string; readonly params: ScriptProblem['params'] } | null {
    try {
      const refusal = this.#submit({ kind: 'seat', seat }, this.#said(seat, command));
      if (!refusal && command.type === 'propose') this.#texts.set(command.name, this.#state.proposals.at(-1)?.id ?? '');
      return refusal;
    } catch (error) {
      if (error instanceof Missing) return { code: error.code, params: error.params };
      throw error;
    }
  }

  #submit(actor: Actor, command: Command): { readonly code: string; readonly params: ScriptProblem['params'] } | null {
    const taken = step(this.#scenario, this.#state, actor, command);
    if (isRefusal(taken)) return { code: taken.code, params: taken.params };
    this.#state = taken.state;
    this.#acts.push({ at: this.#at, seat: actor.kind === 'seat' ? actor.seat : null, command, events: taken.events });
    return null;
  }

  /** The command as a match says it: names become ids. */
  #said(seat: string, command: ScriptCommand): ActCommand {
    switch (command.type) {
      case 'propose':
        return { type: 'propose', scope: command.scope, lines: command.lines.map((line) => this.#line(line)), ...(command.chairDraft ? { chairDraft: true } : {}) };
      case 'sign':
      case 'refuse':
      case 'withdraw':
      case 'readClause':
        return this.#toText(command);
      case 'joinDemarche': {
        const tabled = this.#state.craft.demarches.find((each) => each.by === command.by);
        if (!tabled) throw new Missing('no-demarche', { by: command.by });
        return { type: 'answerDemarche', demarche: tabled.id, favour: command.favour };
      }
      case 'choose':
        return {
          type: 'choose', remedies: command.remedies.map(({ event, option }) => ({ event, ...(option === undefined ? {} : { option }) })),
          actions: command.actions.map(({ action, target, partner, clause, commitment }) => ({
            action, ...(target === undefined ? {} : { target }), ...(partner === undefined ? {} : { partner }), ...(clause === undefined ? {} : { clause }), ...(commitment === undefined ? {} : { commitment: this.#promise(seat, commitment) }),
          })),
          dues: Object.fromEntries(Object.entries(command.dues).map(([promise, choice]) => [this.#promise(seat, promise), choice])),
          reversals: command.reversals.map((promise) => this.#promise(seat, promise)), denials: command.denials.map((promise) => this.#promise(seat, promise)),
        };
      default:
        return command;
    }
  }

  #toText(command: Extract<ScriptCommand, { readonly proposal: string }>): ActCommand {
    const proposal = this.#text(command.proposal);
    if (command.type === 'readClause') return { ...command, proposal };
    if (command.type === 'withdraw') return { type: 'withdraw', proposal };
    const version = this.#state.proposals.find((each) => each.id === proposal)?.version ?? 1;
    return command.type === 'sign' ? { type: 'sign', proposal, version } : { type: 'refuse', proposal, version, reasons: command.reasons };
  }

  #line({ clause, givers, receivers, mode, after, options }: Extract<ScriptCommand, { type: 'propose' }>['lines'][number]): LineDraft {
    const spec = lookup(this.#scenario).clauses.get(clause);
    if (!spec) throw new Missing('unknown-clause', { clause });
    const by = givers ?? giverSets(this.#scenario, spec)[0] ?? [];
    return { clause, givers: by, receivers: receivers ?? receiverSets(this.#scenario, spec, by)[0] ?? [], mode, ...(after === undefined ? {} : { after }), ...(options === undefined ? {} : { options: options as NonNullable<LineDraft['options']> }) };
  }

  #text(name: string): string {
    const id = this.#texts.get(name);
    if (id === undefined) throw new Missing('unknown-name', { name });
    return id;
  }

  #promise(seat: string, promise: string): string {
    const [name = '', clause = ''] = promise.split('/');
    const proposal = this.#text(name);
    const found = this.#state.commitments.find((c) => c.proposal === proposal && c.clause === clause && c.giver === seat);
    if (!found) throw new Missing('unknown-promise', { promise, seat });
    return found.id;
  }

  /** What a seat could do now, as the names of acts. */
  #menu(seat: string): string[] {
    if (this.#state.status !== 'running' || !this.#state.seats[seat]) return [];
    return Object.entries(legalActs(this.#scenario, this.#state, seat)).filter(([, may]) => (Array.isArray(may) ? may.length > 0 : typeof may === 'object' ? may !== null && Object.keys(may).length > 0 : may !== false)).map(([act]) => act);
  }
}

const ORDER = ['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal'] as const;
const before = (state: MatchState, phase: (typeof ORDER)[number], slot: number): boolean =>
  ORDER.indexOf(state.phase) < ORDER.indexOf(phase) || (state.phase === 'bilateral' && phase === 'bilateral' && state.slot < slot);
