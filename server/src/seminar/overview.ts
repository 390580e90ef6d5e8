/** What the desk sees at a glance: every table with its seats, people, silences and what waits; the inbox; what is prepared. */
import type { MatchState, SeatId } from '@concert/shared';
import type { ClassDoor, ObserverNote } from '@concert/shared/protocol/seminar';
import type { MatchHall } from '../match/MatchHall.ts';
import { ratificationsOf, type Ratification } from '@concert/shared/rules/desk/capital';
import type { Activity, Doings } from './activity.ts';
import type { ClassRecord, InboxItem, PersonRecord, Prepared } from './ClassStore.ts';

/** A pair or a seat that has been still for this long is an alarm. */
export const SILENCE_MS = 12 * 60_000;
const MOST_ALARMS = 8;

export interface PersonOverview { readonly id: string; readonly name: string; readonly alias: string; readonly table: string | null; readonly seat: SeatId | null; readonly office: string | null; readonly joined: boolean; readonly surveyed: boolean; readonly online: boolean; readonly muted: boolean; readonly observes: boolean; readonly doings: Doings | null }
export interface TableOverview {
  readonly code: string; readonly n: number; readonly status: MatchState['status']; readonly round: number; readonly rounds: number; readonly phase: string; readonly phaseSeq: number;
  /** Epoch milliseconds; 0 = no clock runs. */
  readonly deadline: number;
  readonly paused: { readonly reason: string; readonly until: number | null; readonly huddle?: true } | null;
  /** FD-9: texts that wait for a capital; what they are worth to the seat, where the desk may read everything. */
  readonly ratifications: readonly (Omit<Ratification, 'gains' | 'costs'> & Partial<Pick<Ratification, 'gains' | 'costs'>>)[];
  readonly indicators: { readonly TEN: number; readonly BLOC: number; readonly CON: number; readonly W: number };
  readonly outcome: string | null;
  /** After the end: what each seat came to. */
  readonly scores: Readonly<Record<SeatId, { readonly score: number; readonly par: number }>>;
  readonly seats: readonly { readonly seat: SeatId; readonly holder: 'people' | 'bot'; readonly ready: boolean; readonly stillForMs: number | null }[];
  readonly proposals: number; readonly adopted: number;
  readonly requests: readonly { readonly id: string; readonly seat: SeatId; readonly by: string | null; readonly command: object }[];
  readonly silences: readonly { readonly a: SeatId; readonly b: SeatId; readonly forMs: number }[];
}
export interface ClassOverview extends Omit<ClassDoor, 'tables'> {
  readonly now: number; readonly stageUntil: number | null;
  readonly tables: readonly TableOverview[]; readonly people: readonly PersonOverview[];
  readonly inbox: readonly Omit<InboxItem, 'tokenHash'>[]; readonly prepared: readonly Prepared[];
  readonly keepUntil: number; readonly notes: readonly ObserverNote[];
  /** How many agreed to research, of how many; null until the consents are released. */
  readonly consents: { readonly yes: number; readonly all: number } | null;
}

export function classOverview(record: ClassRecord, door: ClassDoor, people: readonly PersonRecord[], hall: MatchHall, activity: (table: string) => Activity | null, now: number): ClassOverview {
  const { tables: _tables, ...open } = door;
  return {
    ...open, now, stageUntil: record.stageUntil, prepared: record.prepared, keepUntil: record.keepUntil, notes: record.notes ?? [],
    consents: record.research ? { yes: people.filter((person) => person.consent === true).length, all: people.filter((person) => person.tokenHash !== null).length } : null,
    inbox: record.inbox.map(({ tokenHash: _hash, ...item }) => item),
    tables: record.tables.flatMap((code, i) => tableOverview(code, i + 1, hall, activity(code), now, record.settings.oversight === 'everything') ?? []),
    people: people.map((person) => ({
      id: person.id, name: person.name, alias: person.alias, table: person.table, seat: person.seat, office: person.office, joined: person.tokenHash !== null, surveyed: person.survey !== null, muted: person.muted, observes: person.observes === true,
      online: person.table !== null && (hall.nearby(person.id) || (hall.live.get(person.table)?.online().has(person.id) ?? false)),
      doings: person.table === null ? null : (activity(person.table)?.members.get(person.id) ?? null),
    })),
  };
}

function tableOverview(code: string, n: number, hall: MatchHall, activity: Activity | null, now: number, everything: boolean): TableOverview | null {
  const live = hall.live.get(code);
  const record = hall.find(code);
  if (!live || !record) return null;
  const { state } = live.session;
  const running = state.status === 'running';
  const seats = live.session.scenario.seats.map(({ id }) => id);
  const { TEN, BLOC, CON, W } = state.indicators;
  return {
    code, n, status: state.status, round: state.round, rounds: state.options.rounds, phase: state.phase, phaseSeq: state.phaseSeq, deadline: live.deadline(), paused: state.desk?.paused ?? null,
    indicators: { TEN, BLOC, CON, W }, outcome: state.ending?.tier ?? null, scores: Object.fromEntries((state.ending?.scores ?? []).map(({ seat, score, par }) => [seat, { score, par }])),
    seats: seats.map((seat) => ({ seat, holder: state.seats[seat]?.holder ?? 'bot', ready: state.ready.includes(seat), stillForMs: running ? now - (activity?.seats.get(seat)?.lastAt ?? live.session.phaseOpenedAt) : null })),
    proposals: state.proposals.filter((proposal) => proposal.status === 'live').length, adopted: state.proposals.filter((proposal) => proposal.status === 'adopted').length,
    requests: (state.desk?.requests ?? []).map(({ id, seat, by, command }) => ({ id, seat, by, command })),
    ratifications: state.desk?.capital === 'desk' ? ratificationsOf(state).map(({ gains, costs, ...each }) => (everything ? { ...each, gains, costs } : each)) : [],
    silences: running && activity ? activity.silent(seats, now, record.createdAt, SILENCE_MS).slice(0, MOST_ALARMS) : [],
  };
}
