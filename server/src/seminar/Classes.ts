/** A class: its tables, its people and their places, and who is the desk. No network types; what happens at a table goes through its session. */
import { randomInt } from 'node:crypto';
import { isRefusal, type DeskAct, type MatchOptions, type MatchState, type Refusal, type SeatId } from '@concert/shared';
import { PLANS, type ClassCode, type ClassDoor, type ClassTicket, type CreateClass, type DeskOrder, type Person, type JoinClass } from '@concert/shared/protocol/seminar';
import type * as z from 'zod';
import { newCode, newMemberId, newToken, tokenHash } from '../match/codes.ts';
import { turn, type MatchHall, type Turned } from '../match/MatchHall.ts';
import type { MatchSession } from '../match/MatchSession.ts';
import { aliasOf } from './aliases.ts';
import type { ClassRecord, ClassStore, InboxItem, PersonRecord } from './ClassStore.ts';
import { nextPlace, officeFor, shuffled } from './seating.ts';
import { startOfRound } from './startOfRound.ts';

const PEOPLE_MOST = 120;
const INBOX_MOST = 200;
const PREPARED_MOST = 40;
const DAY_MS = 86_400_000;
type Wish = z.infer<typeof Person>;
type Joining = z.infer<typeof JoinClass>;

export interface ClassesOptions {
  readonly store: ClassStore; readonly hall: MatchHall; readonly now: () => number;
  /** The running session of a table, its room made where there is none. */
  readonly session: (table: string) => Promise<MatchSession>;
  /** Tells the room of a table that its people have changed. */
  readonly reseated: (table: string) => void;
}
export const refusedClass = (code: ClassCode, params: Turned['params'] = {}): Turned => turn(code, params);
export const isTurned = (value: object): value is Turned => 'refused' in value;

export class Classes {
  readonly #store: ClassStore;
  readonly #hall: MatchHall;
  readonly #now: () => number;
  readonly #session: (table: string) => Promise<MatchSession>;
  readonly #reseated: (table: string) => void;

  constructor({ store, hall, now, session, reseated }: ClassesOptions) {
    this.#store = store;
    this.#hall = hall;
    this.#now = now;
    this.#session = session;
    this.#reseated = reseated;
  }

  find(code: string): ClassRecord | null { return this.#store.find(code.toUpperCase()); }
  people(code: string): readonly PersonRecord[] { return this.#store.people(code); }
  /** The class this token is the desk of. */
  deskOf(code: string, token: string): ClassRecord | null { const record = this.find(code); return record && record.deskHash === tokenHash(token) ? record : null; }
  whose(token: string): { readonly code: string; readonly person: PersonRecord } | null { return this.#store.findPerson(tokenHash(token)); }

  /** A class with its tables; every table is a private match in its lobby. */
  create(wish: CreateClass): { readonly record: ClassRecord; readonly token: string } | Turned {
    const scenario = this.#hall.scenario(wish.scenario);
    if (!scenario) return turn('unknown-scenario', { scenario: wish.scenario });
    const token = newToken();
    const { plan, level, title, seating, delegations, pseudonyms, oversight, reveal, approval, keepDays } = wish;
    const tables = Array.from({ length: wish.tables }, (_, i) => this.#hall.createTable({ scenario: scenario.id, plan, level, title: `${title} ${i + 1}`.trim() }));
    const fresh = (): ClassRecord => ({
      code: newCode(), deskHash: tokenHash(token), createdAt: this.#now(), keepUntil: this.#now() + keepDays * DAY_MS, title, scenario: scenario.id, plan, level,
      settings: { seating, delegations: delegations && (scenario.offices?.length ?? 0) > 0, pseudonyms, oversight, reveal, approval, keepDays },
      tables, stage: 'setup', stageUntil: null, prepared: [], inbox: [], count: 0,
    });
    let record = fresh();
    while (!this.#store.create(record)) record = fresh();
    const added = this.add(record, wish.roster);
    return added ?? { record, token };
  }

  /** What anybody may know before coming in. */
  door(record: ClassRecord): ClassDoor {
    const people = this.people(record.code);
    const scenario = this.#hall.scenario(record.scenario);
    const { oversight, reveal, pseudonyms, keepDays, seating } = record.settings;
    return {
      code: record.code, title: record.title, scenario: record.scenario, plan: record.plan, level: record.level, stage: record.stage, oversight, reveal, pseudonyms, keepDays, seating,
      tables: record.tables.map((code, i) => ({ code, n: i + 1, free: (scenario?.seats ?? []).map(({ id }) => id).filter((seat) => nextPlace(scenario!, [code], people, record.settings.delegations, { seat }) !== null) })),
    };
  }

  /** Puts names on the roster; a place named beside one is kept for it. */
  add(record: ClassRecord, wishes: readonly Wish[]): Turned | null {
    const people = [...this.people(record.code)];
    if (people.length + wishes.length > PEOPLE_MOST) return refusedClass('class-full', { most: PEOPLE_MOST });
    const scenario = this.#hall.scenario(record.scenario);
    for (const wish of wishes) {
      if (wish.seat !== undefined && !scenario?.seats.some(({ id }) => id === wish.seat)) return turn('bad-message', { field: 'seat' });
      const table = record.tables[(wish.table ?? 0) - 1] ?? (wish.seat === undefined ? null : (record.tables[0] ?? null));
      const here = people.filter((person) => person.table === table && person.seat === wish.seat);
      const office = wish.seat === undefined || !scenario ? null : (wish.office ?? officeFor(scenario, record.settings.delegations, here));
      const person: PersonRecord = { ...this.#person(record, wish.name, people.length), table: wish.seat === undefined ? null : table, seat: wish.seat ?? null, office };
      people.push(person);
      this.#store.savePerson(record.code, person);
    }
    return null;
  }

  #person(record: ClassRecord, name: string, n: number): PersonRecord {
    return { id: newMemberId(), name, alias: record.settings.pseudonyms ? aliasOf(n) : name, table: null, seat: null, office: null, tokenHash: null, joinedAt: null, muted: false, consent: null };
  }

  /** Somebody comes in: a name of the roster takes its place, a new name gets one as the class is seated, a taken name waits for a nod. */
  async join(record: ClassRecord, wish: Joining): Promise<ClassTicket | Turned> {
    if (record.stage === 'closed') return refusedClass('class-closed');
    const known = wish.token === undefined ? null : this.whose(wish.token);
    if (known && known.code === record.code) return this.#ticket(known.person, wish.token ?? null);
    const people = this.people(record.code);
    const same = people.find((person) => sameName(person.name, wish.name));
    const token = newToken();
    if (same?.tokenHash != null) return this.#askNod(record, same, token);
    if (!same && people.length >= PEOPLE_MOST) return refusedClass('class-full', { most: PEOPLE_MOST });
    let person: PersonRecord = { ...(same ?? this.#person(record, wish.name, people.length)), tokenHash: tokenHash(token), joinedAt: this.#now() };
    const scenario = this.#hall.scenario(record.scenario);
    if (person.seat === null && scenario && (record.settings.seating !== 'random' || record.stage !== 'setup')) {
      const chosen = record.settings.seating === 'chosen' ? { table: record.tables[(wish.table ?? 0) - 1], seat: wish.seat } : {};
      const place = nextPlace(scenario, record.tables, people, record.settings.delegations, chosen);
      if (!place) return refusedClass('class-full', { most: PEOPLE_MOST });
      person = { ...person, ...place };
    }
    this.#store.savePerson(record.code, person);
    await this.#sitDown(record, person, null);
    return this.#ticket(person, token);
  }

  #ticket(person: PersonRecord, token: string | null): ClassTicket {
    return { person: person.id, token, waits: person.table === null ? 'seat' : null, table: person.table, seat: person.seat, office: person.office, name: person.alias };
  }

  #askNod(record: ClassRecord, person: PersonRecord, token: string): ClassTicket | Turned {
    this.#post(record, { kind: 'rejoin', person: person.id, table: person.table, text: '', tokenHash: tokenHash(token) });
    return { ...this.#ticket(person, token), waits: 'nod', table: null, seat: null, office: null };
  }

  /** A word to the desk from somebody of the class. */
  help(record: ClassRecord, person: PersonRecord, text: string): void { this.#post(record, { kind: 'help', person: person.id, table: person.table, text }); }

  consent(record: ClassRecord, person: PersonRecord, consent: boolean): void { this.#store.savePerson(record.code, { ...person, consent }); }

  #post(record: ClassRecord, item: Pick<InboxItem, 'kind' | 'person' | 'table' | 'text' | 'tokenHash'>): void {
    const count = record.count + 1;
    this.#store.save({ ...record, count, inbox: [...record.inbox, { ...item, id: `i${count}`, at: this.#now(), state: 'new' as const }].slice(-INBOX_MOST) });
  }

  /** Makes a place at a table real: a member of its match with a seat, and a delegate with an office where the class has delegations. */
  async #sitDown(record: ClassRecord, person: PersonRecord, before: PersonRecord | null): Promise<void> {
    if (before?.table != null && before.table !== person.table) {
      this.#hall.dismiss(before.table, before.id);
      await this.#deskAct(before.table, { type: 'assign', member: before.id, name: before.alias, seat: null, office: null });
      this.#reseated(before.table);
    }
    if (person.table === null || person.seat === null || person.tokenHash === null) return;
    this.#hall.admit(person.table, { id: person.id, name: person.alias, tokenHash: person.tokenHash, seat: person.seat, joinedAt: person.joinedAt ?? this.#now() });
    if (record.settings.delegations) await this.#deskAct(person.table, { type: 'assign', member: person.id, name: person.alias, seat: person.seat, office: person.office });
    this.#reseated(person.table);
  }

  async #deskAct(table: string, act: DeskAct): Promise<Turned | Refusal | null> {
    const session = await this.#session(table);
    const outcome = session.submit({ kind: 'table' }, { type: 'desk', act });
    return isRefusal(outcome) ? outcome : null;
  }

  /** One order of the desk; the first refusal ends it, tables before it have it done. */
  async order(record: ClassRecord, order: DeskOrder): Promise<Turned | Refusal | null> {
    if ('tables' in order) {
      const stranger = order.tables.find((table) => !record.tables.includes(table));
      if (stranger !== undefined) return refusedClass('unknown-table', { table: stranger });
    }
    if ('table' in order && order.table !== null && !record.tables.includes(order.table)) return refusedClass('unknown-table', { table: order.table });
    switch (order.do) {
      case 'add':
        return this.add(record, order.people);
      case 'seat':
        return this.#seat(record, order);
      case 'draw':
        return this.#draw(record);
      case 'start':
        return this.#each(order.tables, (table) => this.#start(record, table));
      case 'pause':
        return this.#each(order.tables, (table) => this.#deskAct(table, { type: 'pause', reason: order.reason, until: order.minutes === null ? null : this.#now() + order.minutes * 60_000 }));
      case 'resume':
        return this.#each(order.tables, (table) => this.#deskAct(table, { type: 'resume' }));
      case 'extend':
        return this.#each(order.tables, async (table) => this.#deskAct(table, { type: 'extend', phaseSeq: (await this.#session(table)).state.phaseSeq, seconds: order.seconds }));
      case 'endPhase':
        return this.#each(order.tables, async (table) => {
          const session = await this.#session(table);
          const outcome = session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
          return isRefusal(outcome) ? outcome : null;
        });
      case 'rewind': {
        const session = await this.#session(order.table);
        const state: MatchState | null = startOfRound(session, order.round);
        return state ? this.#deskAct(order.table, { type: 'rewind', round: order.round, state }) : { refused: true, code: 'bad-rewind', params: { round: order.round, now: session.state.round } };
      }
      case 'say':
        return this.#each(order.tables, (table) => this.#deskAct(table, { type: 'say', to: order.to, text: order.text }));
      case 'inject':
        return this.#each(order.tables, (table) => this.#deskAct(table, { type: 'inject', inject: order.inject as Extract<DeskAct, { type: 'inject' }>['inject'] }));
      case 'prepare': {
        if (record.prepared.length >= PREPARED_MOST) return refusedClass('class-full', { most: PREPARED_MOST });
        const count = record.count + 1;
        this.#store.save({ ...record, count, prepared: [...record.prepared, { id: `p${count}`, tables: order.tables, inject: order.inject, when: order.when, fired: [] }] });
        return null;
      }
      case 'unprepare':
        this.#store.save({ ...record, prepared: record.prepared.filter(({ id }) => id !== order.prepared) });
        return null;
      case 'enter':
        return this.#deskAct(order.table, { type: 'enter', seat: order.seat, command: order.command as never, note: order.note });
      case 'settle':
        return this.#deskAct(order.table, { type: 'settle', request: order.request, verdict: order.verdict, reason: order.reason, ...(order.amended ? { amended: order.amended as never } : {}) });
      case 'mute': {
        const person = this.people(record.code).find(({ id }) => id === order.person);
        if (!person) return refusedClass('unknown-person');
        this.#store.savePerson(record.code, { ...person, muted: order.on });
        return person.table === null ? null : this.#deskAct(person.table, { type: 'mute', member: person.id, on: order.on });
      }
      case 'nod':
        return this.#nod(record, order.item, order.yes);
      case 'file':
        this.#store.save({ ...record, inbox: record.inbox.map((item) => (item.id === order.item ? { ...item, state: order.state } : item)) });
        return null;
      case 'stage':
        this.#store.save({ ...record, stage: order.stage, stageUntil: order.minutes === null ? null : this.#now() + order.minutes * 60_000 });
        return null;
      default:
        return order satisfies never;
    }
  }

  async #each(tables: readonly string[], act: (table: string) => Promise<Turned | Refusal | null>): Promise<Turned | Refusal | null> {
    for (const table of tables) { const refusal = await act(table); if (refusal) return refusal; }
    return null;
  }

  async #seat(record: ClassRecord, { person: id, table, seat, office }: Extract<DeskOrder, { do: 'seat' }>): Promise<Turned | Refusal | null> {
    const people = this.people(record.code);
    const before = people.find((person) => person.id === id);
    const scenario = this.#hall.scenario(record.scenario);
    if (!before || !scenario) return refusedClass('unknown-person');
    if (seat !== null && (table === null || !scenario.seats.some((spec) => spec.id === seat))) return turn('bad-message', { field: 'seat' });
    const here = people.filter((person) => person.id !== id && person.table === table && person.seat === seat);
    const place = seat === null ? { table: null, seat: null, office: null } : { table, seat, office: office ?? officeFor(scenario, record.settings.delegations, here) };
    const person = { ...before, ...place };
    this.#store.savePerson(record.code, person);
    await this.#sitDown(record, person, before);
    return null;
  }

  /** Seats everybody without a seat, in an order drawn by lot where the class is seated so. */
  async #draw(record: ClassRecord): Promise<Turned | null> {
    const scenario = this.#hall.scenario(record.scenario);
    if (!scenario) return turn('unknown-scenario', { scenario: record.scenario });
    const free = this.people(record.code).filter((person) => person.seat === null);
    for (const person of record.settings.seating === 'random' ? shuffled(free, (limit) => randomInt(limit)) : free) {
      const place = nextPlace(scenario, record.tables, this.people(record.code), record.settings.delegations);
      if (!place) return refusedClass('class-full', { most: PEOPLE_MOST });
      const seated = { ...person, ...place };
      this.#store.savePerson(record.code, seated);
      await this.#sitDown(record, seated, person);
    }
    return null;
  }

  /** Begins the match of a table: seats of people on the roster wait for them, bots take the others. */
  async #start(record: ClassRecord, table: string): Promise<Turned | Refusal | null> {
    const session = await this.#session(table);
    const scenario = session.scenario;
    const seated = new Set<SeatId | null>(this.people(record.code).filter((person) => person.table === table).map((person) => person.seat));
    const match = this.#hall.find(table);
    const options: MatchOptions = {
      seed: match?.seed ?? randomInt(1, 0x7fffffff), level: record.level, pinned: [], rounds: Math.min(PLANS[record.plan].rounds, scenario.rounds),
      holders: Object.fromEntries(scenario.seats.map(({ id }) => [id, seated.has(id) ? 'people' : 'bot'])),
    };
    const outcome = session.submit({ kind: 'table' }, { type: 'start', options });
    if (isRefusal(outcome)) return outcome;
    this.#hall.note(table, 'running', session.state.round);
    if (record.settings.approval.length > 0) await this.#deskAct(table, { type: 'approval', commands: record.settings.approval as never });
    this.#reseated(table);
    const now = this.find(record.code);
    if (now && now.stage === 'setup') this.#store.save({ ...now, stage: 'play' });
    return null;
  }

  /** The desk knows the face behind a name that came again: the new device gets the place, the old one loses it. */
  async #nod(record: ClassRecord, itemId: string, yes: boolean): Promise<Turned | null> {
    const item = record.inbox.find(({ id }) => id === itemId);
    const before = item && this.people(record.code).find(({ id }) => id === item.person);
    if (!item || item.kind !== 'rejoin' || !before) return refusedClass('unknown-person');
    this.#store.save({ ...record, inbox: record.inbox.map((each) => (each === item ? { ...each, state: 'done' as const } : each)) });
    if (!yes || item.tokenHash === undefined) return null;
    const person = { ...before, tokenHash: item.tokenHash };
    this.#store.savePerson(record.code, person);
    await this.#sitDown(record, person, before);
    return null;
  }

  /** Injects whose moment has come at this table. */
  async fire(record: ClassRecord, table: string, due: (when: ClassRecord['prepared'][number]['when']) => boolean): Promise<void> {
    for (const prepared of record.prepared) {
      if (!prepared.tables.includes(table) || prepared.fired.includes(table) || !due(prepared.when)) continue;
      const now = this.find(record.code);
      if (!now) return;
      this.#store.save({ ...now, prepared: now.prepared.map((each) => (each.id === prepared.id ? { ...each, fired: [...each.fired, table] } : each)) });
      await this.#deskAct(table, { type: 'inject', inject: prepared.inject as Extract<DeskAct, { type: 'inject' }>['inject'] });
    }
  }

  /** Deletes the class and its people; matches keep the aliases only (docs/privacy.md). */
  remove(record: ClassRecord): void {
    for (const person of this.people(record.code)) if (person.table !== null) this.#hall.dismiss(person.table, person.id);
    this.#store.remove(record.code);
  }
}

const sameName = (a: string, b: string): boolean => a.normalize('NFKC').trim().toLocaleLowerCase('und') === b.normalize('NFKC').trim().toLocaleLowerCase('und');
