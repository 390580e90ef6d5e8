/** The public lobby state of a match room, synced by Colyseus: who sits where, who is here, the clock. Keys are our own ids, never user text. */
import { schema, t, type SchemaType } from '@colyseus/schema';

export const LobbySeat = schema({ seat: t.string(), holder: t.string().default('empty'), names: t.string().default(''), online: t.boolean().default(false) }, 'LobbySeat');
export type LobbySeat = SchemaType<typeof LobbySeat>;
export const LobbyPerson = schema({ name: t.string(), seat: t.string().default(''), online: t.boolean().default(false) }, 'LobbyPerson');
export type LobbyPerson = SchemaType<typeof LobbyPerson>;
export const Lobby = schema({
  status: t.string().default('lobby'), code: t.string(), title: t.string(), scenario: t.string(), preset: t.string(), level: t.string().default('standard'), host: t.string().default(''),
  deadline: t.number().default(0), paused: t.boolean().default(false), round: t.number().default(0), phase: t.string().default(''), phaseSeq: t.number().default(0),
  seats: t.map(LobbySeat), people: t.map(LobbyPerson),
}, 'Lobby');
export type Lobby = SchemaType<typeof Lobby>;
