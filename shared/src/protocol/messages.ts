/** Every message of the match room and every body of the HTTP API, both ways. Types are inferred; the server parses with these. */
import * as z from 'zod';
import type { LtiCode } from './lti.ts';
import type { RecordingCode } from './recordings.ts';
import type { ClassCode } from './seminar.ts';
import type { WatchCode } from './watch.ts';

export const PROTOCOL_VERSION = 2;
export const MAX_MESSAGE = 800;
const seat = z.string().max(32).regex(/^[A-Za-z0-9-]+$/);
const id = z.string().max(64).regex(/^[A-Za-z0-9+:-]+$/);
const seats = z.array(seat).max(8);
const version = z.int().min(1).max(1000);

const flag = z.literal(true).optional();
export const LineOptions = z.strictObject({ vague: flag, escrow: z.int().min(0).max(31).optional(), snapBack: flag, rider: flag, sunset: z.int().min(0).max(20).optional(), sideLetter: flag });
export const LineDraft = z.strictObject({ clause: id, givers: seats, receivers: seats, mode: z.enum(['WRITTEN', 'ORAL']), after: z.int().min(0).max(31).optional(), options: LineOptions.optional() });
const actionChoice = z.strictObject({ action: id, target: seat.optional(), partner: seat.optional(), clause: id.optional(), commitment: id.optional(), alone: z.literal(true).optional() });
const choice = {
  actions: z.array(actionChoice).max(8),
  dues: z.record(id, z.enum(['perform', 'delay', 'withhold', 'feign'])),
  reversals: z.array(id).max(32), denials: z.array(id).max(32),
  remedies: z.array(z.strictObject({ event: id, commitment: id.optional(), option: id.optional() })).max(8),
  blocks: z.array(id).max(32).optional(), ratify: z.array(id).max(16).optional(), disclose: z.array(id).max(8).optional(),
};
export const REASONS = ['too-little', 'too-costly', 'no-trust', 'no-assurance', 'no-verification', 'wrong-sequence', 'oral-only', 'ally-left-out', 'home', 'not-now', 'principle', 'prefers-other'] as const;

const actCommands = [
  z.strictObject({ type: z.literal('ready'), on: z.boolean() }),
  z.strictObject({ type: z.literal('declare'), level: z.int() }),
  z.strictObject({ type: z.literal('invite'), to: seat }),
  z.strictObject({ type: z.literal('acceptInvite'), from: seat }),
  z.strictObject({ type: z.literal('declineInvite'), from: seat }),
  z.strictObject({ type: z.literal('message'), to: seats, text: z.string().max(4000) }),
  z.strictObject({ type: z.literal('propose'), scope: z.enum(['plenary', 'bilateral']), lines: z.array(LineDraft).max(32), chairDraft: z.boolean().optional(), counterTo: id.optional(), exclusive: z.boolean().optional() }),
  z.strictObject({ type: z.literal('sign'), proposal: id, version }),
  z.strictObject({ type: z.literal('refuse'), proposal: id, version, reasons: z.array(z.enum(REASONS)).max(4) }),
  z.strictObject({ type: z.literal('object'), proposal: id, version }),
  z.strictObject({ type: z.literal('withdraw'), proposal: id }),
  z.strictObject({ type: z.literal('preStep'), clause: id, receivers: seats }),
  z.strictObject({ type: z.literal('choose'), ...choice }),
  z.strictObject({ type: z.literal('pickSide'), side: z.enum(['back', 'restrain']) }),
  z.strictObject({ type: z.literal('answerAct'), from: seat, action: id, accept: z.boolean() }),
  z.strictObject({ type: z.literal('standDown'), stand: z.enum(['down', 'hold']) }),
  z.strictObject({ type: z.literal('bid'), event: id, bid: id }),
  z.strictObject({ type: z.literal('readClause'), proposal: id, line: z.int().min(0).max(31), reading: z.enum(['strict', 'loose']) }),
  z.strictObject({ type: z.literal('inquire'), about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pair'), a: seat, b: seat }), z.strictObject({ kind: z.literal('channel'), seat }), z.strictObject({ kind: z.literal('covert'), seat }),
  ]) }),
  z.strictObject({ type: z.literal('compareNotes'), with: seat }),
  z.strictObject({ type: z.literal('offerCard'), card: id, give: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('level'), level: z.int() }), z.strictObject({ kind: z.literal('signature') })]) }),
  z.strictObject({ type: z.literal('answerCard'), from: seat, card: id, accept: z.boolean() }),
  z.strictObject({ type: z.literal('tableDemarche'), target: seat }),
  z.strictObject({ type: z.literal('answerDemarche'), demarche: id, favour: z.boolean() }),
  z.strictObject({ type: z.literal('shareBud'), event: id, with: seat }),
  z.strictObject({ type: z.literal('pledge'), event: id, ap: z.int() }),
  z.strictObject({ type: z.literal('announce'), action: id }),
  z.strictObject({ type: z.literal('accuse'), commitment: id.optional(), leak: seat.optional() }),
  z.strictObject({ type: z.literal('apologise'), commitment: id }),
  z.strictObject({ type: z.literal('joinRules'), join: z.boolean() }),
] as const;
/** Exactly `ActCommand` and `SeatCommand` of model/commands.ts; a type test holds them together. */
export const ActCommandSchema = z.discriminatedUnion('type', actCommands);
export const SeatCommandSchema = z.discriminatedUnion('type', [
  ...actCommands,
  z.strictObject({ type: z.literal('draft'), command: ActCommandSchema }),
  z.strictObject({ type: z.literal('confirmDraft'), draft: id }),
  z.strictObject({ type: z.literal('dropDraft'), draft: id }),
  z.strictObject({ type: z.literal('voteDraft'), draft: id, favour: z.boolean() }),
]);

/** client -> room `act` (request): answered {ok, seq} or rejected {code, params}. The command id makes a resend harmless. */
export const ActMessage = z.strictObject({ id: z.string().min(8).max(40), phaseSeq: z.int().min(0), command: SeatCommandSchema });
/** client -> room `sit` (request): take a seat in the lobby or one a bot holds; `key` opens a seat that others already share. */
export const SitMessage = z.strictObject({ seat, key: z.string().max(40).optional() });
/** client -> room `stand`: give the seat up. */
export const StandMessage = z.strictObject({});
/** client -> room `start` (host only): bots take the empty seats. */
export const StartMessage = z.strictObject({});
/** client -> room `sync`: send the full view again. */
export const SyncMessage = z.strictObject({});

export const PRESETS = ['blitz', 'standard', 'seminar', 'untimed'] as const;
/** A match without a clock, led by the lesson of its scenario: the other seats follow the lesson's script. */
export const TUTORIAL = 'tutorial';
export const Preset = z.enum([...PRESETS, TUTORIAL]);
/** Which mechanisms a match plays (rules LV). */
export const LEVELS = ['core', 'standard', 'full'] as const;
export const LevelChoice = z.enum(LEVELS);
/** How bots play: each seat its own temper, drawn to suit it, or one for all of them (docs/bots.md). */
export const BOTS = ['mixed', 'concert', 'dove', 'opportunist', 'hawk', 'historic', 'search'] as const;
export const BotChoice = z.enum(BOTS);
/** POST /api/matches */
export const CreateMatch = z.strictObject({
  scenario: id, preset: Preset.default('standard'), level: LevelChoice.default('standard'), bots: BotChoice.default('mixed'), private: z.boolean().default(true),
  name: z.string().trim().min(1).max(40), title: z.string().trim().max(60).default(''),
  /** Seat taken by the creator; absent = host without a seat yet. */
  seat: seat.optional(),
  /** Start at once with bots in every other seat (Play now). */
  startNow: z.boolean().default(false),
  seed: z.int().min(1).max(0x7fffffff).optional(),
  /** Milliseconds a bot waits before it acts; 0 in tests. */
  botPace: z.int().min(0).max(20000).optional(),
});
/** Answer of POST /api/matches and POST /api/matches/:code/join. `token` is the member's secret: it proves the same person later. */
export interface MatchTicket { readonly code: string; readonly roomId: string; readonly token: string; readonly seat: string | null }
/** POST /api/matches/:code/join: a place at the door (spectator until a seat is taken); with a known token the same member again. */
export const JoinMatch = z.strictObject({ name: z.string().trim().min(1).max(40), token: z.string().max(80).optional(), spectate: z.boolean().default(false) });
/** A scenario on offer. */
export interface ListedScenario { readonly id: string; readonly rounds: number; readonly firstYear: number; readonly seats: readonly string[] }
export interface ListedMatch { readonly code: string; readonly title: string; readonly scenario: string; readonly preset: string; readonly level: (typeof LEVELS)[number]; readonly status: 'lobby' | 'running' | 'ended'; readonly seatsFree: readonly string[]; readonly people: number; readonly round: number }

/** room -> client `welcome`: after every join, reconnect and `sync`. */
export interface WelcomeMessage {
  readonly protocol: number; readonly code: string; readonly scenario: string; readonly you: { readonly member: string; readonly name: string; readonly seat: string | null; readonly host: boolean; readonly seatKey: string | null };
  /** Null in the lobby. */
  readonly rev: number; readonly view: import('../model/view.ts').View | null;
}
/** room -> client `patch`: slices whose identity changed since `rev - 1`; a gap means ask `sync`. */
export type PatchMessage = import('../model/view.ts').ViewPatch;
/** Rejection of any request: rendered as `refusal.<code>`. */
export interface RejectMessage { readonly code: string; readonly params: Record<string, string | number> }
export type ActMessage = z.infer<typeof ActMessage>;
export type CreateMatch = z.infer<typeof CreateMatch>;

/** Codes of refusals that the room or the HTTP API adds to those of the rules. */
export type DoorCode =
  | 'bad-message' | 'too-large' | 'too-fast' | 'no-seat' | 'seat-taken' | 'wrong-seat-key' | 'not-host' | 'match-full' | 'match-ended' | 'match-running'
  | 'unknown-match' | 'unauthorised' | 'unknown-scenario' | 'already-seated' | 'server-busy' | 'version-mismatch' | 'not-started' | 'too-late-to-table' | 'internal' | ClassCode | RecordingCode | WatchCode | LtiCode;

/** Public lobby state synced by Colyseus Schema: `status, code, title, scenario, preset, level, hostMember, deadline (epoch ms, 0 = none), paused, round, phase, phaseSeq` and `seats: map<{seat, holder: 'empty'|'people'|'bot', names: string (comma separated), online: boolean}>`, `people: map<{name, seat, online}>`. */
export interface LobbyState {
  readonly status: string; readonly code: string; readonly title: string; readonly scenario: string; readonly preset: string; readonly level: string; readonly host: string;
  readonly deadline: number; readonly round: number; readonly phase: string;
  readonly seats: ReadonlyMap<string, { readonly seat: string; readonly holder: string; readonly names: string; readonly online: boolean }>;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly seat: string; readonly online: boolean }>;
}
