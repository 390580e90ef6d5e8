/** Copies the synced lobby state into plain values, so that nobody holds on to an object the network changes. */
import type { LobbyState } from '@concert/shared/protocol/messages';

export type Lobby = LobbyState & { readonly paused: boolean; readonly phaseSeq: number };
type Entry<K extends 'seats' | 'people'> = LobbyState[K] extends ReadonlyMap<string, infer V> ? V : never;
type Synced = Omit<Lobby, 'seats' | 'people'> & { seats?: { forEach(visit: (value: Entry<'seats'>, key: string) => void): void }; people?: { forEach(visit: (value: Entry<'people'>, key: string) => void): void } };

export function plainLobby(state: Synced): Lobby {
  const seats = new Map<string, Entry<'seats'>>();
  const people = new Map<string, Entry<'people'>>();
  state.seats?.forEach((s, id) => seats.set(id, { seat: s.seat, holder: s.holder, names: s.names, online: s.online }));
  state.people?.forEach((p, id) => people.set(id, { name: p.name, seat: p.seat, online: p.online }));
  const { status, code, title, scenario, preset, level, host, deadline, paused, round, phase, phaseSeq } = state;
  return { status, code, title, scenario, preset, level, host, deadline, paused, round, phase, phaseSeq, seats, people };
}
