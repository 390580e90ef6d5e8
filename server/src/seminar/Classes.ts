/** A class: its tables, its people and their places, and who is the desk. No network types; what happens at a table goes through its session. */
import { OBSERVERS_MOST, reached, UNVEILING, type ClassCode, type ClassDoor, type ClassReport, type ClassTicket, type CreateClass, type JoinClass, type OwnData, type Person, type Survey } from '@concert/shared/protocol/seminar';
import type * as z from 'zod';
import { newCode, newMemberId, newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import { aliasOf } from './aliases.ts';
import { holdsKey } from './DeskKeys.ts';
import type { ClassRecord, ClassStore, InboxItem, PersonRecord } from './ClassStore.ts';
import type { Places } from './Places.ts';
import { nextPlace, officeFor, tableToWatch } from './seating.ts';

export const PEOPLE_MOST = 120;
const INBOX_MOST = 200;
const DAY_MS = 86_400_000;
type Wish = z.infer<typeof Person>;
type Joining = z.infer<typeof JoinClass>;

export const refusedClass = (code: ClassCode, params: Turned['params'] = {}): Turned => turn(code, params);
export const isTurned = (value: object): value is Turned => 'refused' in value;

export class Classes {
  readonly #store: ClassStore;
  readonly #places: Places;
  readonly #alsoDesk: (code: string, hash: string) => boolean;
  /** Told of every class that goes, before it does. */
  readonly onRemove = new Set<(code: string) => void>();
  /** Told of every person who is forgotten. */
  readonly onForget = new Set<(code: string, person: string) => void>();

  /** @param alsoDesk whether this hash is of a further key of the desk (an instructor who came from a learning platform). */
  constructor(store: ClassStore, places: Places, alsoDesk: (code: string, hash: string) => boolean = () => false) {
    this.#store = store;
    this.#places = places;
    this.#alsoDesk = alsoDesk;
  }

  find(code: string): ClassRecord | null { return this.#store.find(code.toUpperCase()); }
  /** The class this match is a table of. */
  ofTable(table: string): ClassRecord | null { return this.#store.ofTable(table); }
  people(code: string): readonly PersonRecord[] { return this.#store.people(code); }
  /** The class this token is the desk of. */
  deskOf(code: string, token: string): ClassRecord | null {
    const record = this.find(code);
    return record && (holdsKey(record, tokenHash(token)) || this.#alsoDesk(record.code, tokenHash(token))) ? record : null;
  }
  /** Whose locked place this handle was left for. */
  lockedBy(code: string, handle: string): PersonRecord | null { const hash = tokenHash(handle); return this.people(code).find((person) => person.lock?.handleHash === hash) ?? null; }
  whose(token: string): { readonly code: string; readonly person: PersonRecord } | null { return this.#store.findPerson(tokenHash(token)); }

  /** A class with its tables; every table is a private match in its lobby. */
  create(wish: CreateClass): { readonly record: ClassRecord; readonly token: string } | Turned {
    const scenario = this.#places.hall.scenario(wish.scenario);
    if (!scenario) return turn('unknown-scenario', { scenario: wish.scenario });
    const token = newToken();
    const { plan, level, title, seating, delegations, pseudonyms, oversight, reveal, guided, approval, keepDays, capital, observers, mayObserve } = wish;
    // A roster that names a third table asks for three.
    const count = Math.max(wish.tables, ...wish.roster.map(({ table = 1 }) => table));
    const tables = Array.from({ length: count }, (_, i) => this.#places.hall.createTable({ scenario: scenario.id, plan, level, title: `${title} ${i + 1}`.trim() }));
    const fresh = (): ClassRecord => ({
      code: newCode(), deskHash: tokenHash(token), createdAt: this.#places.now(), keepUntil: this.#places.now() + keepDays * DAY_MS, title, scenario: scenario.id, plan, level,
      settings: { seating, delegations: delegations && (scenario.offices?.length ?? 0) > 0, pseudonyms, oversight, reveal, guided, approval, keepDays, capital, observers, mayObserve },
      tables, stage: 'setup', stageUntil: null, step: null, stepTable: null, prepared: [], inbox: [], count: 0,
    });
    let record = fresh();
    while (!this.#store.create(record)) record = fresh();
    const added = this.add(record, wish.roster);
    return added ?? { record, token };
  }

  /** What anybody may know before coming in. */
  door(record: ClassRecord): ClassDoor {
    const people = this.people(record.code);
    const scenario = this.#places.hall.scenario(record.scenario);
    const { oversight, reveal, guided = false, pseudonyms, keepDays, seating, capital = 'off', observers = 'public', mayObserve = true } = record.settings;
    return {
      code: record.code, title: record.title, scenario: record.scenario, plan: record.plan, level: record.level, stage: record.stage, step: record.step ?? null, stepTable: record.stepTable ?? null, guided, oversight, reveal, pseudonyms, keepDays, seating, capital, observers, mayObserve,
      offices: record.settings.delegations ? (scenario?.offices ?? []).map(({ id }) => id) : [],
      tables: record.tables.map((code, i) => ({ code, n: i + 1, free: (scenario?.seats ?? []).map(({ id }) => id).filter((seat) => nextPlace(scenario!, [code], people, record.settings.delegations, { seat }) !== null), watchers: Math.max(0, OBSERVERS_MOST - people.filter((person) => person.observes && person.table === code).length) })),
    };
  }

  /** Puts names on the roster; a place named beside one is kept for it. */
  add(record: ClassRecord, wishes: readonly Wish[]): Turned | null {
    const people = [...this.people(record.code)];
    if (people.length + wishes.length > PEOPLE_MOST) return refusedClass('class-full', { most: PEOPLE_MOST });
    const scenario = this.#places.hall.scenario(record.scenario);
    for (const wish of wishes) {
      if ((wish.table ?? 1) > record.tables.length) return turn('bad-message', { field: 'table', tables: record.tables.length });
      if (wish.observes) {
        const watched = tableToWatch(record.tables, people, record.tables[(wish.table ?? 0) - 1]);
        if (watched === null) return refusedClass('observers-full', { most: OBSERVERS_MOST });
        const watcher: PersonRecord = { ...this.#person(record, wish.name, people.length), table: watched, observes: true };
        people.push(watcher);
        this.#store.savePerson(record.code, watcher);
        continue;
      }
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
    return { id: newMemberId(), name, alias: record.settings.pseudonyms ? aliasOf(n) : name, table: null, seat: null, office: null, tokenHash: null, joinedAt: null, muted: false, consent: null, survey: null };
  }

  /** Somebody comes in: a name of the roster takes its place, a new name gets one as the class is seated, a taken name waits for a nod. */
  async join(record: ClassRecord, wish: Joining): Promise<ClassTicket | Turned> {
    if (record.stage === 'closed') return refusedClass('class-closed');
    const known = wish.token === undefined ? null : this.whose(wish.token);
    if (known && known.code === record.code) return this.ticketOf(known.person, wish.token ?? null);
    const people = this.people(record.code);
    const same = people.find((person) => sameName(person.name, wish.name));
    const token = newToken();
    if (same?.tokenHash != null) return this.#askNod(record, same, token);
    if (!same && people.length >= PEOPLE_MOST) return refusedClass('class-full', { most: PEOPLE_MOST });
    return this.#admit(record, same ?? this.#person(record, wish.name, people.length), token, wish);
  }

  /** Gives somebody of the class their device's secret, and the next place where the class is not seated by lot before it begins. */
  async #admit(record: ClassRecord, who: PersonRecord, token: string, wish: Pick<Joining, 'table' | 'seat' | 'observe'>): Promise<ClassTicket | Turned> {
    const people = this.people(record.code);
    let person: PersonRecord = { ...who, tokenHash: tokenHash(token), joinedAt: who.joinedAt ?? this.#places.now() };
    const scenario = this.#places.hall.scenario(record.scenario);
    const { mayObserve = true } = record.settings;
    if (person.seat === null && !person.observes && wish.observe) {
      if (!mayObserve) return refusedClass('no-observers');
      const table = tableToWatch(record.tables, people, record.tables[(wish.table ?? 0) - 1]);
      if (table === null) return refusedClass('observers-full', { most: OBSERVERS_MOST });
      person = { ...person, table, observes: true };
    } else if (person.seat === null && !person.observes && scenario && (record.settings.seating !== 'random' || record.stage !== 'setup')) {
      const chosen = record.settings.seating === 'chosen' ? { table: record.tables[(wish.table ?? 0) - 1], seat: wish.seat } : {};
      const place = nextPlace(scenario, record.tables, people, record.settings.delegations, chosen);
      // FD-11: with every chair taken one comes to watch; a chair of one's choice that is taken is another matter.
      const watched = place || !mayObserve || nextPlace(scenario, record.tables, people, record.settings.delegations) ? null : tableToWatch(record.tables, people);
      if (place) person = { ...person, ...place };
      else if (watched !== null) person = { ...person, table: watched, observes: true };
      else return refusedClass('class-full', { most: PEOPLE_MOST });
    }
    this.#store.savePerson(record.code, person);
    await this.#places.sitDown(record, person, null);
    return this.ticketOf(person, token);
  }

  /** A name more on the roster, as it is or, where somebody has it, with a number; without a name an invented one. */
  enroll(record: ClassRecord, name: string | null): PersonRecord | Turned {
    const people = this.people(record.code);
    if (people.length >= PEOPLE_MOST) return refusedClass('class-full', { most: PEOPLE_MOST });
    const wanted = name ?? aliasOf(people.length);
    const taken = (each: string): boolean => people.some((person) => sameName(person.name, each));
    let free = wanted;
    for (let n = 2; taken(free); n += 1) free = `${wanted.slice(0, 55)} (${n})`;
    const person = this.#person(record, free, people.length);
    this.#store.savePerson(record.code, person);
    return person;
  }

  /** Somebody whom a learning platform has proved: their own place, from this device on. @param known secrets this browser holds; the right one stays good. */
  async welcome(record: ClassRecord, id: string, known: readonly string[] = []): Promise<ClassTicket | Turned> {
    if (record.stage === 'closed') return refusedClass('class-closed');
    const person = this.people(record.code).find((each) => each.id === id);
    const own = known.find((token) => person?.tokenHash === tokenHash(token));
    if (person && own !== undefined) return this.ticketOf(person, own);
    return person ? this.#admit(record, person, newToken(), {}) : refusedClass('unknown-person');
  }

  /** Where a person is; what their device is told. */
  ticketOf(person: PersonRecord, token: string | null): ClassTicket {
    return { person: person.id, token, waits: person.table === null ? 'seat' : null, table: person.table, seat: person.seat, office: person.office, name: person.alias, observes: person.observes === true };
  }

  #askNod(record: ClassRecord, person: PersonRecord, token: string): ClassTicket | Turned {
    this.#post(record, { kind: 'rejoin', person: person.id, table: person.table, text: '', tokenHash: tokenHash(token) });
    return { ...this.ticketOf(person, token), waits: 'nod', table: null, seat: null, office: null };
  }

  /** Somebody who shares a device has forgotten the PIN; one line in the inbox, however often it is asked. */
  askUnlock(record: ClassRecord, person: PersonRecord): void {
    if (!record.inbox.some((item) => item.kind === 'pin' && item.person === person.id && item.state !== 'done')) this.#post(record, { kind: 'pin', person: person.id, table: person.table, text: '' });
  }
  /** A word to the desk from somebody of the class. */
  help(record: ClassRecord, person: PersonRecord, text: string): void { this.#post(record, { kind: 'help', person: person.id, table: person.table, text }); }

  /** The last answer counts, as long as nothing is revealed. */
  survey(record: ClassRecord, person: PersonRecord, survey: Survey): Turned | null {
    if (record.stage !== 'play' && record.stage !== 'survey') return refusedClass('survey-closed');
    this.#store.savePerson(record.code, { ...person, survey });
    return null;
  }

  consent(record: ClassRecord, person: PersonRecord, consent: boolean): void { this.#store.savePerson(record.code, { ...person, consent }); }

  #post(record: ClassRecord, item: Pick<InboxItem, 'kind' | 'person' | 'table' | 'text' | 'tokenHash'>): void {
    const count = record.count + 1;
    this.#store.save({ ...record, count, inbox: [...record.inbox, { ...item, id: `i${count}`, at: this.#places.now(), state: 'new' as const }].slice(-INBOX_MOST) });
  }

  /** Whether the debrief has come to what was secret: in a guided one with the step that shows it. */
  revealed(record: ClassRecord): boolean {
    if (record.stage === 'report' || record.stage === 'closed') return true;
    return record.stage === 'reveal' && (!record.settings.guided || reached(record.step ?? null, UNVEILING));
  }
  /** Whether the table of a guided class still looks, to those who sat at it, as it did in its last round. */
  sealed(table: string): boolean { const record = this.ofTable(table); return record !== null && record.settings.guided === true && !this.revealed(record); }
  /** Whether the recording of this table is closed to everybody but its desk. */
  withheld(table: string): boolean { const record = this.ofTable(table); return record !== null && (record.settings.reveal !== 'everything' || !this.revealed(record)); }

  /** The class as its report needs it: tables, who sat where under which name, and the surveys without names. */
  report(record: ClassRecord, forDesk: boolean): ClassReport {
    // In a guided debrief what people felt is shown when promises and trust are.
    const felt = forDesk || record.stage !== 'reveal' || reached(record.step ?? null, 'promises');
    const people = this.people(record.code);
    return {
      code: record.code, title: record.title, scenario: record.scenario, plan: record.plan, level: record.level, stage: record.stage, step: record.step ?? null,
      tables: record.tables.map((code, i) => ({
        code, n: i + 1, people: people.flatMap((person) => (person.table === code && person.seat !== null ? [{ id: person.id, name: person.alias, seat: person.seat, office: person.office }] : [])),
        surveys: people.flatMap((person) => (felt && person.table === code && person.seat !== null && person.survey ? [{ seat: person.seat, survey: person.survey }] : [])),
        notes: forDesk ? (record.notes ?? []).filter((note) => note.table === code).map(({ id, person, round, phase, seq, tag, text }) => ({ id, by: people.find((each) => each.id === person)?.alias ?? '', round, phase, seq, tag, text })) : [],
      })),
    };
  }

  /** What is kept about one person, for that person. */
  ownData(record: ClassRecord, person: PersonRecord): OwnData {
    return {
      name: person.name, alias: person.alias, table: person.table === null ? null : record.tables.indexOf(person.table) + 1, seat: person.seat, office: person.office, joinedAt: person.joinedAt, surveyed: person.survey !== null,
      consent: person.consent, released: record.research !== undefined, keepUntil: record.keepUntil, notes: (record.notes ?? []).filter((note) => note.person === person.id).length,
    };
  }

  /** Deletes the class, its people and all that was played and said at its tables (docs/privacy.md). */
  async remove(record: ClassRecord): Promise<void> {
    for (const table of record.tables) await this.#places.clear(table);
    for (const told of this.onRemove) told(record.code);
    this.#store.remove(record.code);
  }
}

const sameName = (a: string, b: string): boolean => a.normalize('NFKC').trim().toLocaleLowerCase('und') === b.normalize('NFKC').trim().toLocaleLowerCase('und');
