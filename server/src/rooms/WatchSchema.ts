/** What everybody of a watch room knows, synced by Colyseus: who is here, who leads, and where. Keys are our own ids, never user text. */
import { schema, t, type SchemaType } from '@colyseus/schema';

export const WatchPerson = schema({ name: t.string(), online: t.boolean().default(false), follows: t.boolean().default(true) }, 'WatchPerson');
export type WatchPerson = SchemaType<typeof WatchPerson>;
export const WatchState = schema({
  code: t.string(), recording: t.string(), leader: t.string().default(''), placed: t.number().default(0),
  step: t.number().default(0), at: t.number().default(0), viewer: t.string().default('all'), playing: t.boolean().default(false), speed: t.number().default(1),
  people: t.map(WatchPerson),
}, 'WatchState');
export type WatchState = SchemaType<typeof WatchState>;
