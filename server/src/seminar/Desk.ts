/** Orders of the desk, as the room's own commands at its tables and as changes of the class; each is proved to come from the desk before. */
import { randomInt } from 'node:crypto';
import { isRefusal, type DeskAct, type MatchOptions, type MatchState, type Refusal, type SeatId } from '@concert/shared';
import { OBSERVERS_MOST, PLANS, REVEAL_STEPS, type DeskOrder } from '@concert/shared/protocol/seminar';
import { newToken } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import { PEOPLE_MOST, refusedClass, type Classes } from './Classes.ts';
import type { ClassRecord, ClassStore, PersonRecord } from './ClassStore.ts';
import { DeskKeys } from './DeskKeys.ts';
import type { Places } from './Places.ts';
import { nextPlace, officeFor, shuffled, tableToWatch } from './seating.ts';
import { startOfRound } from './startOfRound.ts';

const PREPARED_MOST = 40;

export class Desk {
  readonly #classes: Classes;
  readonly #store: ClassStore;
  readonly #places: Places;
  readonly #keys: DeskKeys;

  constructor(classes: Classes, store: ClassStore, places: Places) {
    this.#classes = classes;
    this.#store = store;
    this.#places = places;
    this.#keys = new DeskKeys(store, places.now);
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
        return this.#classes.add(record, order.people);
      case 'seat':
        return this.#seat(record, order);
      case 'draw':
        return this.#draw(record);
      case 'start':
        return this.#each(order.tables, (table) => this.#start(record, table));
      case 'pause':
        return this.#each(order.tables, (table) => this.#places.act(table, { type: 'pause', reason: order.reason, until: order.minutes === null ? null : this.#places.now() + order.minutes * 60_000, ...(order.huddle ? { huddle: true } : {}) }));
      case 'resume':
        return this.#each(order.tables, (table) => this.#places.act(table, { type: 'resume' }));
      case 'extend':
        return this.#each(order.tables, async (table) => this.#places.act(table, { type: 'extend', phaseSeq: (await this.#places.session(table)).state.phaseSeq, seconds: order.seconds }));
      case 'endPhase':
        return this.#each(order.tables, async (table) => {
          const session = await this.#places.session(table);
          const outcome = session.submit({ kind: 'table' }, { type: 'advance', phaseSeq: session.state.phaseSeq });
          return isRefusal(outcome) ? outcome : null;
        });
      case 'rewind': {
        const session = await this.#places.session(order.table);
        const state: MatchState | null = startOfRound(session, order.round);
        return state ? this.#places.act(order.table, { type: 'rewind', round: order.round, state }) : { refused: true, code: 'bad-rewind', params: { round: order.round, now: session.state.round } };
      }
      case 'say':
        return this.#each(order.tables, (table) => this.#places.act(table, { type: 'say', to: order.to, text: order.text }));
      case 'inject':
        return this.#each(order.tables, (table) => this.#places.act(table, { type: 'inject', inject: order.inject as Extract<DeskAct, { type: 'inject' }>['inject'] }));
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
        return this.#places.act(order.table, { type: 'enter', seat: order.seat, command: order.command as never, note: order.note });
      case 'settle':
        return this.#places.act(order.table, { type: 'settle', request: order.request, verdict: order.verdict, reason: order.reason, ...(order.amended ? { amended: order.amended as never } : {}) });
      case 'ratify':
        return this.#places.act(order.table, { type: 'ratify', seat: order.seat, proposal: order.proposal, verdict: order.verdict, reason: order.reason });
      case 'release':
        if (record.stage !== 'closed') return refusedClass('research-early');
        if (!record.research) this.#store.save({ ...record, research: { at: this.#places.now(), salt: newToken() } });
        return null;
      case 'forget':
        return this.#forget(record, order.person);
      case 'revoke':
        return this.#keys.revoke(record, order.key);
      case 'observe':
        return this.#observe(record, order.person, order.table);
      case 'mute': {
        const person = this.#classes.people(record.code).find(({ id }) => id === order.person);
        if (!person) return refusedClass('unknown-person');
        this.#store.savePerson(record.code, { ...person, muted: order.on });
        return person.table === null ? null : this.#places.act(person.table, { type: 'mute', member: person.id, on: order.on });
      }
      case 'nod':
        return this.#nod(record, order.item, order.yes);
      case 'file':
        this.#store.save({ ...record, inbox: record.inbox.map((item) => (item.id === order.item ? { ...item, state: order.state } : item)) });
        return null;
      case 'stage': {
        if (record.research && order.stage !== 'closed') return refusedClass('already-released');
        const begins = order.stage === 'reveal' && record.settings.guided === true && record.stage !== 'reveal';
        return this.#move(record, { stage: order.stage, stageUntil: order.minutes === null ? null : this.#places.now() + order.minutes * 60_000, ...(begins ? { step: REVEAL_STEPS[0], stepTable: null } : {}) });
      }
      case 'step':
        return this.#move(record, { stage: 'reveal', step: order.step, stepTable: order.table, ...(record.stage === 'reveal' ? {} : { stageUntil: null }) });
      default:
        return order satisfies never;
    }
  }

  async #each(tables: readonly string[], act: (table: string) => Promise<Turned | Refusal | null>): Promise<Turned | Refusal | null> {
    for (const table of tables) { const refusal = await act(table); if (refusal) return refusal; }
    return null;
  }

  /** Moves the class on; its tables unveil, or keep back, what the place it has come to says. */
  #move(record: ClassRecord, to: Partial<ClassRecord>): null {
    this.#store.save({ ...record, ...to });
    for (const table of record.tables) this.#places.hall.live.get(table)?.session.seal(this.#classes.sealed(table));
    return null;
  }

  async #seat(record: ClassRecord, { person: id, table, seat, office }: Extract<DeskOrder, { do: 'seat' }>): Promise<Turned | Refusal | null> {
    const people = this.#classes.people(record.code);
    const before = people.find((person) => person.id === id);
    const scenario = this.#places.hall.scenario(record.scenario);
    if (!before || !scenario) return refusedClass('unknown-person');
    if (seat !== null && (table === null || !scenario.seats.some((spec) => spec.id === seat))) return turn('bad-message', { field: 'seat' });
    const here = people.filter((person) => person.id !== id && person.table === table && person.seat === seat);
    // A place at the table ends the watching.
    const { observes: _watched, ...seated } = before;
    const place = seat === null ? { table: null, seat: null, office: null } : { table, seat, office: office ?? officeFor(scenario, record.settings.delegations, here) };
    const person: PersonRecord = { ...seated, ...place };
    this.#store.savePerson(record.code, person);
    await this.#places.sitDown(record, person, before);
    return null;
  }

  /** Takes somebody out of the seat and lets them watch a table, or no longer. */
  async #observe(record: ClassRecord, id: string, table: string | null): Promise<Turned | null> {
    const people = this.#classes.people(record.code);
    const before = people.find((person) => person.id === id);
    if (!before) return refusedClass('unknown-person');
    if (table !== null && tableToWatch([table], people.filter((person) => person.id !== id)) === null) return refusedClass('observers-full', { most: OBSERVERS_MOST });
    if (before.seat !== null && before.table !== null) await this.#places.sitDown(record, { ...before, table: null, seat: null, office: null }, before);
    const { observes: _watched, ...person } = before;
    this.#store.savePerson(record.code, { ...person, table, seat: null, office: null, ...(table === null ? {} : { observes: true }) });
    return null;
  }

  /** What the class knows of one person goes: name, survey, consent, notes, words to the desk; the acts stay in the log as a member number's. */
  async #forget(record: ClassRecord, id: string): Promise<Turned | null> {
    const before = this.#classes.people(record.code).find((person) => person.id === id);
    if (!before) return refusedClass('unknown-person');
    if (before.table !== null && before.seat !== null) await this.#places.sitDown(record, { ...before, table: null, seat: null, office: null }, before);
    this.#store.save({ ...record, inbox: record.inbox.filter((item) => item.person !== id), notes: (record.notes ?? []).filter((note) => note.person !== id) });
    this.#store.removePerson(record.code, id);
    for (const told of this.#classes.onForget) told(record.code, id);
    return null;
  }

  /** Seats everybody without a seat, in an order drawn by lot where the class is seated so. */
  async #draw(record: ClassRecord): Promise<Turned | null> {
    const scenario = this.#places.hall.scenario(record.scenario);
    if (!scenario) return turn('unknown-scenario', { scenario: record.scenario });
    const free = this.#classes.people(record.code).filter((person) => person.seat === null && !person.observes);
    for (const person of record.settings.seating === 'random' ? shuffled(free, (limit) => randomInt(limit)) : free) {
      const place = nextPlace(scenario, record.tables, this.#classes.people(record.code), record.settings.delegations);
      // FD-11: whom no chair is left for watches.
      const watched = place || record.settings.mayObserve === false ? null : tableToWatch(record.tables, this.#classes.people(record.code));
      if (!place && watched === null) return refusedClass('class-full', { most: PEOPLE_MOST });
      const seated: PersonRecord = place ? { ...person, ...place } : { ...person, table: watched, observes: true };
      this.#store.savePerson(record.code, seated);
      await this.#places.sitDown(record, seated, person);
    }
    return null;
  }

  /** Begins the match of a table: seats of people on the roster wait for them, bots take the others. */
  async #start(record: ClassRecord, table: string): Promise<Turned | Refusal | null> {
    const session = await this.#places.session(table);
    const scenario = session.scenario;
    const seated = new Set<SeatId | null>(this.#classes.people(record.code).filter((person) => person.table === table).map((person) => person.seat));
    const match = this.#places.hall.find(table);
    const options: MatchOptions = {
      seed: match?.seed ?? randomInt(1, 0x7fffffff), level: record.level, pinned: [], rounds: Math.min(PLANS[record.plan].rounds, scenario.rounds),
      holders: Object.fromEntries(scenario.seats.map(({ id }) => [id, seated.has(id) ? 'people' : 'bot'])),
    };
    const outcome = session.submit({ kind: 'table' }, { type: 'start', options });
    if (isRefusal(outcome)) return outcome;
    this.#places.hall.note(table, 'running', session.state.round);
    if (record.settings.capital !== undefined && record.settings.capital !== 'off') await this.#places.act(table, { type: 'capital', by: record.settings.capital });
    if (record.settings.approval.length > 0) await this.#places.act(table, { type: 'approval', commands: record.settings.approval as never });
    this.#places.reseated(table);
    const now = this.#classes.find(record.code);
    if (now && now.stage === 'setup') this.#store.save({ ...now, stage: 'play' });
    return null;
  }

  /** The desk knows the face: behind a name that came again (the new device gets the place, the old one loses it), or behind a PIN forgotten (asked no more, once). */
  async #nod(record: ClassRecord, itemId: string, yes: boolean): Promise<Turned | null> {
    const item = record.inbox.find(({ id }) => id === itemId);
    const before = item && this.#classes.people(record.code).find(({ id }) => id === item.person);
    if (!item || item.kind === 'help' || !before) return refusedClass('unknown-person');
    this.#store.save({ ...record, inbox: record.inbox.map((each) => (each === item ? { ...each, state: 'done' as const } : each)) });
    if (yes && item.kind === 'pin' && before.lock) this.#store.savePerson(record.code, { ...before, lock: { ...before.lock, open: true } });
    if (!yes || item.tokenHash === undefined) return null;
    // What a lock left on the old device opens nothing any more.
    const { lock: _old, ...free } = before;
    const person: PersonRecord = { ...free, tokenHash: item.tokenHash };
    this.#store.savePerson(record.code, person);
    await this.#places.sitDown(record, person, before);
    return null;
  }

  /** Injects whose moment has come at this table. */
  async fire(record: ClassRecord, table: string, due: (when: ClassRecord['prepared'][number]['when']) => boolean): Promise<void> {
    for (const prepared of record.prepared) {
      if (!prepared.tables.includes(table) || prepared.fired.includes(table) || !due(prepared.when)) continue;
      const now = this.#classes.find(record.code);
      if (!now) return;
      this.#store.save({ ...now, prepared: now.prepared.map((each) => (each.id === prepared.id ? { ...each, fired: [...each.fired, table] } : each)) });
      await this.#places.act(table, { type: 'inject', inject: prepared.inject as Extract<DeskAct, { type: 'inject' }>['inject'] });
    }
  }
}
