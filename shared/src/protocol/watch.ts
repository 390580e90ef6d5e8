/** Watching a recording together: one leads, the others see the same moment with the same eyes, as far as they may. */
import * as z from 'zod';

/** What stands behind `/r/`: the code of a match of this server, or `sample-FILE`. */
const recording = z.string().min(1).max(120).regex(/^(?:[A-Z]{6}|sample-[\w.-]{1,100})$/);
const name = z.string().trim().min(1).max(40);

/** POST /api/watch; with the member's token of that match where its recording is kept back. */
export const StartWatch = z.strictObject({ recording, name });
/** POST /api/watch/:code/join; `token` of an earlier ticket makes the same person of us again. */
export const JoinWatch = z.strictObject({ name, token: z.string().max(80).optional() });
export type StartWatch = z.infer<typeof StartWatch>;
export interface WatchTicket { readonly code: string; readonly roomId: string; readonly token: string; readonly person: string; readonly recording: string }
/** GET /api/watch/:code */
export interface WatchDoor { readonly code: string; readonly recording: string; readonly people: number; readonly leader: string | null }

export const WATCH_SPEEDS = [1, 2, 4, 8, 16] as const;
/** Request `place`: where the leader is. `step` counts in the whole recording, `at` is the time of that act: who has only what their seat saw finds the moment by it. */
export const PlaceMessage = z.strictObject({
  step: z.int().min(0).max(1_000_000), at: z.number().min(0).max(1e14), viewer: z.string().max(40).regex(/^(?:all|public|seat:[A-Za-z0-9-]{1,32})$/),
  playing: z.boolean(), speed: z.union(WATCH_SPEEDS.map((speed) => z.literal(speed))),
});
/** Request `follow`: whether the sender sees what the leader sees, or looks around. */
export const FollowMessage = z.strictObject({ on: z.boolean() });
/** Request `give`: the lead to somebody who is here. Request `take` `{}`: the lead where nobody leads. */
export const GiveMessage = z.strictObject({ to: z.string().max(20) });
export const TakeMessage = z.strictObject({});
export type Place = z.infer<typeof PlaceMessage>;

/** The synced state of a watch room. `placed` rises with every place, so that the same one counts anew. */
export interface WatchView {
  readonly code: string; readonly recording: string; readonly leader: string; readonly placed: number;
  readonly step: number; readonly at: number; readonly viewer: string; readonly playing: boolean; readonly speed: number;
  readonly people: Readonly<Record<string, { readonly name: string; readonly online: boolean; readonly follows: boolean }>>;
}
/** Codes that watching adds to those of the door. */
export type WatchCode = 'unknown-watch' | 'watch-full' | 'not-leading' | 'leader-here' | 'not-here';
