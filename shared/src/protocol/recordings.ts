/** HTTP of the recordings: the list of finished matches, samples, and going on from a recorded step as a match of one's own. */
import * as z from 'zod';
import { BotChoice, Preset } from './messages.ts';

const seat = z.string().max(32).regex(/^[A-Za-z0-9-]+$/);
const day = z.iso.date();

/** Orders of the list: by the end, or by the rounds played; of equals the last ended first. */
export const RECORDING_SORTS = ['newest', 'oldest', 'longest', 'shortest'] as const;
/** GET /api/recordings: all filters are optional; `from` and `to` are days (UTC) of the end, `least` and `most` rounds played, all included. */
export const RecordingQuery = z.strictObject({
  scenario: z.string().max(64).optional(), outcome: z.string().max(32).optional(), from: day.optional(), to: day.optional(),
  least: z.coerce.number().int().min(0).max(100).optional(), most: z.coerce.number().int().min(0).max(100).optional(), sort: z.enum(RECORDING_SORTS).default('newest'),
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(1).max(50).default(20),
});
export interface ListedRecording {
  readonly code: string; readonly title: string; readonly scenario: string; readonly level: string; readonly preset: string; readonly outcome: string;
  /** Rounds played; the end in milliseconds since 1970. */
  readonly rounds: number; readonly endedAt: number;
  readonly seats: readonly { readonly seat: string; readonly holder: 'people' | 'bot'; readonly names: readonly string[] }[];
  readonly fork: { readonly recording: string; readonly title: string; readonly seq: number; readonly round: number } | null;
}
export interface RecordingPage { readonly total: number; readonly page: number; readonly pages: number; readonly recordings: readonly ListedRecording[] }

/** Where to go on: a step of the recording (0 = its start), or the first step of a round. */
const place = { step: z.int().min(0).max(1_000_000).optional(), round: z.int().min(1).max(100).optional() };
/**
 * POST /api/matches with `fork`: a new match whose log begins with the recorded acts up to that place and goes on live; the asker takes `seat`,
 * bots the others until people come. `recording` is the code of a finished match here.
 */
export const ForkMatch = z.strictObject({
  fork: z.strictObject({ recording: z.string().min(1).max(12), ...place }),
  name: z.string().trim().min(1).max(40), title: z.string().trim().max(60).default(''), seat: seat.optional(),
  preset: Preset.default('untimed'), bots: BotChoice.default('mixed'), private: z.boolean().default(true), botPace: z.int().min(0).max(20_000).optional(),
});
/** POST /api/matches/fork with a recording as its body: the same wishes without `recording`, as query parameters. Every act of the file is decided again. */
export const ForkUpload = z.strictObject({
  step: z.coerce.number().int().min(0).max(1_000_000).optional(), round: z.coerce.number().int().min(1).max(100).optional(),
  name: z.string().trim().min(1).max(40), title: z.string().trim().max(60).default(''), seat: seat.optional(),
  preset: Preset.default('untimed'), bots: BotChoice.default('mixed'), private: z.enum(['true', 'false']).default('true'), botPace: z.coerce.number().int().min(0).max(20_000).optional(),
});
export type ForkMatch = z.infer<typeof ForkMatch>;
export type RecordingQuery = z.infer<typeof RecordingQuery>;

/** GET /api/samples: recordings that come with the program; `file` is served at GET /api/samples/:file. Words are keys of the namespace `replay`. */
export interface Sample { readonly file: string; readonly scenario: string; readonly level: string; readonly seed: number; readonly outcome: string; readonly rounds: number; readonly acts: number; readonly bytes: number; readonly title: string; readonly look: string }

/** Codes of refusals that recordings add to those of the door. */
export type RecordingCode = 'unsound-recording' | 'other-scenario' | 'other-rules' | 'no-step' | 'step-after-end';
