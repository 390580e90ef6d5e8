/** Writes what the store and the session say into the synced lobby state; assigns only what differs, so a patch stays small. */
import type { Member, MatchRecord } from '../store/MatchLog.ts';
import type { Deadlines } from '../match/deadlines.ts';
import type { MatchSession } from '../match/MatchSession.ts';
import { LobbyPerson, LobbySeat, type Lobby } from './LobbySchema.ts';

export interface LobbyFacts { readonly record: MatchRecord; readonly members: readonly Member[]; readonly session: MatchSession; readonly deadlines: Deadlines; readonly online: ReadonlySet<string> }

function assign<T extends object>(target: T, values: Partial<T>): void {
  for (const key of Object.keys(values) as (keyof T)[]) if (target[key] !== values[key]) target[key] = values[key] as T[keyof T];
}

export function writeLobby(lobby: Lobby, { record, members, session, deadlines, online }: LobbyFacts): void {
  const { state, scenario } = session;
  const running = state.status !== 'waiting';
  assign(lobby, {
    status: state.status === 'waiting' ? 'lobby' : state.status, code: record.code, title: record.title, scenario: record.scenario, preset: record.preset, level: record.level, host: record.host ?? '',
    deadline: deadlines.paused ? 0 : deadlines.deadline, paused: state.status === 'running' && deadlines.paused,
    round: state.round, phase: running ? state.phase : '', phaseSeq: state.phaseSeq,
  });
  for (const { id } of scenario.seats) {
    const mine = members.filter((m) => m.seat === id);
    let seat = lobby.seats.get(id);
    if (!seat) lobby.seats.set(id, (seat = new LobbySeat({ seat: id })));
    assign(seat, {
      holder: running ? state.seats[id]?.holder ?? 'bot' : mine.length > 0 ? 'people' : 'empty',
      names: mine.map((m) => m.name.replaceAll(',', ' ')).join(', '), online: mine.some((m) => online.has(m.id)),
    });
  }
  for (const member of members) {
    let person = lobby.people.get(member.id);
    if (!person) lobby.people.set(member.id, (person = new LobbyPerson({ name: member.name })));
    assign(person, { name: member.name, seat: member.seat ?? '', online: online.has(member.id) });
  }
}
