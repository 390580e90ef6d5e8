/** The door of the server: creates matches, lets people in, knows who they are and which seat is theirs. No network types. */
import { randomInt } from 'node:crypto';
import { isPlan } from '@concert/shared/protocol/seminar';
import { TUTORIAL, type CreateMatch, type DoorCode, type ListedMatch, type ListedScenario } from '@concert/shared/protocol/messages';
import type { Tutorial } from '@concert/shared/tutorial/schema';
import type { MatchOptions, Scenario, SeatId } from '@concert/shared';
import type { MatchLog, MatchRecord, Member } from '../store/MatchLog.ts';
import { isCode, newCode, newMemberId, newSeatKey, newToken, tokenHash } from './codes.ts';
import { MatchSession, type Done, type Outcome } from './MatchSession.ts';
import { RULES_VERSION } from '@concert/shared/recording/format';
import type { Tutorials } from '../tutorials.ts';

const MEMBERS_MOST = 80;
const LISTED_MOST = 60;
const LEASE_MS = 60_000;
/** An open lobby that nobody is in any more leaves the public list after this. */
const LOBBY_LISTED_MS = 6 * 3_600_000;

/** A refusal at the door, before any rule is asked. */
export interface Turned { readonly refused: true; readonly code: DoorCode; readonly params: Record<string, string | number> }
export const turn = (code: DoorCode, params: Turned['params'] = {}): Turned => ({ refused: true, code, params });
export interface Entered { readonly record: MatchRecord; readonly member: Member; readonly token: string }
export interface HallOptions { readonly log: MatchLog; readonly scenarios: ReadonlyMap<string, Scenario>; readonly now: () => number; readonly owner: string; readonly tutorials?: Tutorials }

/** A match whose room is in memory. */
export interface LiveTable { readonly session: MatchSession; readonly online: () => ReadonlySet<string>; readonly deadline: () => number; /** Its people or their seats have changed from outside. */ readonly reseated: () => void; /** Who is here has changed without a line coming or going. */ readonly counted: () => void }

export class MatchHall {
  readonly #log: MatchLog;
  readonly #scenarios: ReadonlyMap<string, Scenario>;
  readonly #now: () => number;
  readonly #owner: string;
  readonly #tutorials: Tutorials;
  /** People connected now, by match: filled by the rooms, shown in the public list. */
  readonly people = new Map<string, number>();
  readonly live = new Map<string, LiveTable>();
  /** Told of every act at a table in memory. */
  readonly onAct = new Set<(code: string, done: Done) => void>();
  /** Whether the debrief of a class still keeps back what was secret at this table, and whether its recording is closed to strangers; set by what keeps classes. */
  sealed: (code: string) => boolean = () => false;
  withheld: (code: string) => boolean = () => false;
  /** Whether this member shares a device that somebody else has just now; set by what keeps classes. */
  nearby: (member: string) => boolean = () => false;

  constructor({ log, scenarios, now, owner, tutorials = new Map() }: HallOptions) {
    this.#tutorials = tutorials;
    this.#log = log;
    this.#scenarios = scenarios;
    this.#now = now;
    this.#owner = owner;
  }

  scenario(id: string): Scenario | undefined { return this.#scenarios.get(id); }
  /** Every scenario on offer, the earliest year first. */
  scenarios(): readonly ListedScenario[] {
    return [...this.#scenarios.values()].map(({ id, rounds, firstYear, seats }) => ({ id, rounds, firstYear, seats: seats.map((seat) => seat.id) })).sort((a, b) => a.firstYear - b.firstYear || (a.id < b.id ? -1 : 1));
  }
  /** The lesson a match of the tutorial preset teaches. */
  lesson(record: MatchRecord): Tutorial | null { return record.preset === TUTORIAL ? this.#tutorials.get(record.scenario) ?? null : null; }
  find(code: string): MatchRecord | null { return isCode(code) ? this.#log.find(code) : null; }
  members(code: string): readonly Member[] { return this.#log.members(code); }
  whose(token: string): { readonly code: string; readonly member: Member } | null { return this.#log.findToken(tokenHash(token)); }
  member(code: string, id: string): Member | undefined { return this.#log.members(code).find((m) => m.id === id); }
  seatKey(code: string, seat: SeatId): string | null { return this.#log.seatKeys(code)[seat] ?? null; }

  create(wish: CreateMatch): Entered | Turned {
    const scenario = this.#scenarios.get(wish.scenario);
    if (!scenario) return turn('unknown-scenario', { scenario: wish.scenario });
    if (wish.seat !== undefined && !scenario.seats.some((s) => s.id === wish.seat)) return turn('bad-message', { field: 'seat' });
    const token = newToken();
    const member: Member = { id: newMemberId(), name: wish.name, tokenHash: tokenHash(token), seat: wish.seat ?? null, joinedAt: this.#now() };
    const code = this.createRecord({
      scenario: wish.scenario, title: wish.title, preset: wish.preset, level: wish.level, bots: wish.bots, rules: RULES_VERSION, private: wish.private, status: 'lobby',
      seed: wish.seed ?? randomInt(1, 0x7fffffff), botPace: wish.botPace ?? null, host: member.id, round: 0,
    });
    this.admit(code, member);
    if (wish.startNow) this.start(code, this.open(code));
    return { record: this.#log.find(code) as MatchRecord, member, token };
  }

  /** A match made elsewhere, under a code of its own. */
  createRecord(facts: Omit<MatchRecord, 'code' | 'createdAt'>): string {
    const fresh = (): MatchRecord => ({ ...facts, code: newCode(), createdAt: this.#now() });
    let record = fresh();
    while (!this.#log.create(record)) record = fresh();
    return record.code;
  }
  /** A table of a class: a private match in its lobby that its desk leads, without a host. */
  createTable({ scenario, plan, level, title }: { readonly scenario: string; readonly plan: string; readonly level: CreateMatch['level']; readonly title: string }): string {
    return this.createRecord({ scenario, title, preset: plan, level, bots: 'mixed', rules: RULES_VERSION, private: true, status: 'lobby', seed: randomInt(1, 0x7fffffff), botPace: null, host: null, round: 0 });
  }
  /** Lets a person of the class into a match, at a seat, or moves them within it. */
  admit(code: string, member: Member): void {
    if (member.seat !== null && this.seatKey(code, member.seat) === null) this.#log.saveSeatKey(code, member.seat, newSeatKey());
    this.#log.saveMember(code, member);
  }
  /** Whether a facilitator's desk gives the seats of this match. */
  ledByDesk(code: string): boolean { const record = this.#log.find(code); return record !== null && isPlan(record.preset); }
  dismiss(code: string, member: string): void { this.#log.removeMember(code, member); }

  /** A place at the door, or the same place again for a known token. */
  join(code: string, name: string, token?: string): Entered | Turned {
    const record = this.find(code);
    if (!record) return turn('unknown-match', { match: code.slice(0, 12) });
    if (token !== undefined) {
      const known = this.whose(token);
      if (!known || known.code !== code) return turn('unauthorised');
      return { record, member: known.member, token };
    }
    const members = this.#log.members(code);
    if (members.length >= MEMBERS_MOST) return turn('match-full', { most: MEMBERS_MOST });
    const fresh = newToken();
    const member: Member = { id: newMemberId(), name, tokenHash: tokenHash(fresh), seat: null, joinedAt: this.#now() };
    this.#log.saveMember(code, member);
    return { record, member, token: fresh };
  }

  /** Takes a seat nobody owns, or shares one with its key. */
  sit(code: string, memberId: string, seat: SeatId, key: string | undefined): Turned | null {
    const record = this.#log.find(code);
    const member = this.member(code, memberId);
    if (!record || !member) return turn('unauthorised');
    if (record.status === 'ended') return turn('match-ended');
    if (!this.#scenarios.get(record.scenario)?.seats.some((s) => s.id === seat)) return turn('bad-message', { field: 'seat' });
    if (member.seat === seat) return null;
    if (member.seat !== null) return turn('already-seated', { seat: member.seat });
    const shared = this.#log.members(code).some((m) => m.seat === seat);
    if (shared && key === undefined) return turn('seat-taken', { seat });
    if (shared && key !== this.seatKey(code, seat)) return turn('wrong-seat-key', { seat });
    // A seat that changes hands gets a new key: whoever left cannot come back with the old one.
    if (!shared) this.#log.saveSeatKey(code, seat, newSeatKey());
    this.#log.saveMember(code, { ...member, seat });
    return null;
  }

  stand(code: string, memberId: string): Turned | null {
    const member = this.member(code, memberId);
    if (!member) return turn('unauthorised');
    if (member.seat === null) return turn('no-seat');
    this.#log.saveMember(code, { ...member, seat: null });
    return null;
  }

  /** Bots take the seats without people; the seed fixes every chance of the match. */
  start(code: string, session: MatchSession): Outcome {
    const record = this.#log.find(code);
    if (!record) throw new Error(`unknown match ${code}`);
    const taken = new Set(this.#log.members(code).map((m) => m.seat));
    const { scenario } = session;
    const options: MatchOptions = {
      seed: record.seed, level: record.level, pinned: [], rounds: scenario.rounds,
      holders: Object.fromEntries(scenario.seats.map((s) => [s.id, taken.has(s.id) ? 'people' : 'bot'])),
    };
    const outcome = session.submit({ kind: 'table' }, { type: 'start', options });
    if (!('refused' in outcome)) this.#log.setStatus(code, 'running', session.state.round);
    return outcome;
  }

  /** Loads a match from its log for writing; throws while another process holds the lease. */
  open(code: string): MatchSession {
    const record = this.#log.find(code);
    const scenario = record && this.#scenarios.get(record.scenario);
    if (!record || !scenario) throw new Error(`match ${code} cannot be opened: ${record ? `scenario ${record.scenario} is missing` : 'unknown'}`);
    if (!this.renew(code)) throw new Error(`match ${code} is open in another process`);
    const session = new MatchSession(code, scenario, this.#log, this.#now);
    session.seal(this.sealed(code));
    return session;
  }

  renew(code: string): boolean { const now = this.#now(); return this.#log.claim(code, this.#owner, now + LEASE_MS, now); }
  release(code: string): void { this.#log.release(code, this.#owner); }
  /** Keeps the record's status, round and ending in step with the match, for the lists and the recording. */
  note(code: string, status: MatchRecord['status'], round: number, outcome: string | null = null): void {
    this.#log.setStatus(code, status, round);
    if (outcome !== null) this.#log.setEnding(code, outcome, this.#now());
  }

  listed(record: MatchRecord): ListedMatch {
    const taken = new Set(this.#log.members(record.code).map((m) => m.seat));
    return {
      code: record.code, title: record.title, scenario: record.scenario, preset: record.preset, level: record.level, status: record.status,
      seatsFree: record.status === 'ended' ? [] : (this.#scenarios.get(record.scenario)?.seats ?? []).map((s) => s.id).filter((id) => !taken.has(id)),
      people: this.people.get(record.code) ?? 0, round: record.round,
    };
  }
  list(): readonly ListedMatch[] {
    const oldest = this.#now() - LOBBY_LISTED_MS;
    return this.#log.list(LISTED_MOST).filter((r) => r.status === 'running' || r.createdAt > oldest || this.people.has(r.code)).map((record) => this.listed(record));
  }
}
