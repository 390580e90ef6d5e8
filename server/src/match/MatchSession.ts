/** One running match: takes acts one at a time, writes each down, folds it, and gives every viewer what changed for them. No network types. */
import { createProjector, diff, evolve, step, upgradeEvent, upgradeState, waiting, isRefusal, type Actor, type Command, type MatchEvent, type MatchState, type Refusal, type Scenario, type View, type Viewer, type ViewPatch } from '@concert/shared';
import { seal } from '../store/chain.ts';
import { isSnapshot, type ActEntry, type Entry, type MatchLog, type SnapshotEntry } from '../store/MatchLog.ts';

export interface SubmitContext {
  readonly member?: string;
  /** Client-made id: the same id of the same member is answered again, never done again (architecture 3). */
  readonly commandId?: string;
  /** The phase the sender acted in; another one is refused, so a late click never lands in the next phase. */
  readonly phaseSeq?: number;
}
export type Outcome = { readonly ok: true; readonly seq: number; readonly repeated: boolean } | Refusal;
export const viewerKey = (viewer: Viewer): string => (viewer.kind === 'seat' ? `seat:${viewer.seat}` : viewer.kind);

export interface Sight { readonly view: View; readonly rev: number }
interface Watch { readonly viewer: Viewer; readonly project: (state: MatchState, sealed?: boolean) => View; readonly listeners: Set<(patch: ViewPatch, view: View) => void>; sight: Sight; stateSeen: MatchState }
export interface Done { readonly entry: ActEntry; readonly before: MatchState; readonly after: MatchState }

export class MatchSession {
  readonly code: string;
  readonly scenario: Scenario;
  state: MatchState;
  /** When the running phase opened, so a restart does not give everybody a fresh clock. */
  phaseOpenedAt: number;
  readonly #log: MatchLog;
  readonly #now: () => number;
  readonly #acknowledged: Map<string, number>;
  readonly #watches = new Map<string, Watch>();
  readonly #after = new Set<(done: Done) => void>();
  #seq: number;
  #hash: string;
  #busy = false;
  #sealed = false;

  /** Folds the log of a match: last snapshot, then the events after it; nothing is decided again (architecture 1). */
  constructor(code: string, scenario: Scenario, log: MatchLog, now: () => number) {
    this.code = code;
    this.scenario = scenario;
    this.#log = log;
    this.#now = now;
    this.state = waiting(scenario);
    this.phaseOpenedAt = now();
    this.#seq = 0;
    this.#hash = '';
    for (const entry of log.read(code, Math.max(1, log.lastSnapshot(code)))) this.#fold(entry);
    // A fork's first entries are older than the match: its clock runs from when it was made.
    this.phaseOpenedAt = Math.max(this.phaseOpenedAt, log.find(code)?.createdAt ?? 0);
    this.#acknowledged = new Map(log.acknowledged(code).map(({ member, id, seq }) => [`${member} ${id}`, seq]));
  }

  get seq(): number { return this.#seq; }

  /** Decides one act; durable before anybody hears of it, and before the caller is told. */
  submit(actor: Actor, command: Command, context: SubmitContext = {}): Outcome {
    if (this.#busy) throw new Error('an act was submitted while another was being published');
    const key = context.member && context.commandId ? `${context.member} ${context.commandId}` : null;
    const known = key === null ? undefined : this.#acknowledged.get(key);
    if (known !== undefined) return { ok: true, seq: known, repeated: true };
    if (context.phaseSeq !== undefined && context.phaseSeq !== this.state.phaseSeq) return { refused: true, code: 'stale-phase', params: { phase: this.state.phase, phaseSeq: this.state.phaseSeq } };
    const before = this.state;
    const taken = step(this.scenario, before, actor, command);
    if (isRefusal(taken)) return taken;
    const { events: decided, state: after } = taken;
    const entry = seal<ActEntry>(this.#hash, {
      seq: this.#seq + 1, at: this.#now(), seat: actor.kind === 'seat' ? actor.seat : null,
      member: context.member ?? null, id: context.commandId ?? null, command, events: decided,
    });
    this.#log.append(this.code, this.#seq, entry);
    this.#accept(entry, after);
    if (key !== null) this.#acknowledged.set(key, entry.seq);
    this.#keepSnapshot(decided);
    this.#publish({ entry, before, after });
    return { ok: true, seq: entry.seq, repeated: false };
  }

  /** Everything written down so far. */
  entries(): readonly Entry[] { return this.#log.read(this.code, 1); }

  /** A guided debrief keeps the secrets of the ended match back until its class has come to them; who watches sees the change at once. */
  seal(on: boolean): void {
    if (on === this.#sealed) return;
    this.#sealed = on;
    for (const watch of this.#watches.values()) this.#look(watch);
  }

  /** What a viewer may know now, with the number its next patch follows. */
  sight(viewer: Viewer): Sight { return this.#refresh(this.#watch(viewer)); }

  /** Calls back with each patch of this viewer's view until the returned function is called. */
  watch(viewer: Viewer, listener: (patch: ViewPatch, view: View) => void): () => void {
    const watch = this.#watch(viewer);
    this.#refresh(watch);
    watch.listeners.add(listener);
    return () => { watch.listeners.delete(listener); };
  }

  /** Calls back after every accepted act, once it has been published. */
  afterEach(listener: (done: Done) => void): () => void {
    this.#after.add(listener);
    return () => { this.#after.delete(listener); };
  }

  #fold(entry: Entry): void {
    const state = isSnapshot(entry) ? upgradeState(this.scenario, entry.snapshot) : entry.events.reduce((before, event) => evolve(before, upgradeEvent(this.scenario, event)), this.state);
    this.#accept(entry, state);
  }

  #accept(entry: Entry, state: MatchState): void {
    if (state.phaseSeq !== this.state.phaseSeq) this.phaseOpenedAt = entry.at;
    this.state = state;
    this.#seq = entry.seq;
    this.#hash = entry.hash;
  }

  /** A snapshot closes each round, so loading and scrubbing start near (contracts: recording). */
  #keepSnapshot(events: readonly MatchEvent[]): void {
    if (!events.some((event) => event.type === 'roundClosed')) return;
    const entry = seal<SnapshotEntry>(this.#hash, { seq: this.#seq + 1, at: this.#now(), snapshot: this.state });
    // The act itself is durable and must be published: without its snapshot, loading only starts further back.
    try { this.#log.append(this.code, this.#seq, entry); } catch { return; }
    this.#accept(entry, this.state);
  }

  #publish(done: Done): void {
    this.#busy = true;
    try {
      for (const watch of this.#watches.values()) if (watch.listeners.size > 0) this.#refresh(watch);
    } finally {
      this.#busy = false;
    }
    for (const listener of this.#after) listener(done);
  }

  #watch(viewer: Viewer): Watch {
    const key = viewerKey(viewer);
    let watch = this.#watches.get(key);
    if (!watch) {
      const project = createProjector(this.scenario, viewer);
      watch = { viewer, project, listeners: new Set(), sight: { view: project(this.state, this.#sealed), rev: 0 }, stateSeen: this.state };
      this.#watches.set(key, watch);
    }
    return watch;
  }

  /** Projects once per state and viewer; who has not looked for a while catches up in one step. */
  #refresh(watch: Watch): Sight {
    return watch.stateSeen === this.state ? watch.sight : this.#look(watch);
  }

  #look(watch: Watch): Sight {
    watch.stateSeen = this.state;
    const view = watch.project(this.state, this.#sealed);
    const rev = watch.sight.rev + 1;
    const patch = diff(watch.sight.view, view, rev);
    if (patch) {
      watch.sight = { view, rev };
      for (const listener of watch.listeners) listener(patch, view);
    }
    return watch.sight;
  }
}
