/** The recording file (docs/recording-format.md): header, entries, closing line and the annotations after it, as Zod schemas. */
import * as z from 'zod';
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { MatchState } from '../model/state.ts';
import { CommandSchema } from './commandSchema.ts';
import { EventSchema } from './eventSchema.ts';

/** Written today; format 1 had no scenario in its header and no annotations (upgrade.ts). */
export const RECORDING_FORMAT = 2;
/** Version of the rules that decide today; a recording is decided again by its own version only. */
export const RULES_VERSION = 2;
/** Larger files are refused before a line of them is read. */
export const MOST_CHARACTERS = 64 * 1024 * 1024;

const text = z.string().max(4000);
const short = z.string().max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

export const RecordedSeat = z.looseObject({ seat: z.string().max(32), holder: z.enum(['people', 'bot']), names: z.array(short).max(100) });
/** Where the first entries of a forked match come from. */
export const ForkOrigin = z.looseObject({ recording: short, title: short, seq: count, round: count });

export const RecordingHeader = z.looseObject({
  format: z.literal('concert'), version: z.literal(RECORDING_FORMAT),
  match: short, title: short,
  /** `data` is the whole scenario as the match was played, so that the file plays anywhere and for ever. */
  scenario: z.looseObject({ id: short, version: z.int(), hash, data: z.record(z.string(), z.unknown()) }),
  rulesVersion: z.int().min(1), software: short, seed: z.int(), preset: short,
  /** What the file holds: `all` = every private act too, legal because the match is over. */
  privacy: z.literal('all'),
  seats: z.array(RecordedSeat).max(16), startedAt: z.number().nullable(),
  fork: ForkOrigin.optional(),
});

/** One accepted act with what came of it; `hash` is the last key and chains the entry before. */
export const ActLine = z.looseObject({
  seq: z.int().min(1), at: z.number(), seat: z.string().max(32).nullable(), member: short.nullable().optional(), id: short.nullable().optional(),
  command: CommandSchema, events: z.array(EventSchema), hash,
});
/** The whole state at a round's end; readers may start from it, this one folds events and only compares (verify.ts). */
export const SnapshotLine = z.looseObject({ seq: z.int().min(1), at: z.number(), snapshot: z.record(z.string(), z.unknown()), hash });

export const Closing = z.looseObject({
  end: z.literal(true), entries: count, outcome: short.nullable(),
  scores: z.array(z.looseObject({ seat: z.string().max(32), n: z.number(), score: z.number() })),
  /** Hash of the last entry; SHA-256 over all lines before this one, each with its line feed. */
  chain: z.union([hash, z.literal('')]), digest: hash,
});

const localText = z.union([text, z.record(z.string().max(12), text)]);
export const ANNOTATION_KINDS = ['note', 'chapter', 'source'] as const;
export const CERTAINTIES = ['certain', 'probable', 'disputed'] as const;
/** A remark on the entry `seq`; plain text, or one text a language. Stands after the closing line, outside the seal. */
export const Annotation = z.strictObject({
  id: short, kind: z.enum(ANNOTATION_KINDS), seq: count, text: localText, title: localText.optional(),
  date: z.string().max(40).optional(), certainty: z.enum(CERTAINTIES).optional(), source: localText.optional(), author: short.optional(),
});
export const AnnotationLine = z.strictObject({ annotation: Annotation });

export type RecordedSeat = z.infer<typeof RecordedSeat>;
export type ForkOrigin = z.infer<typeof ForkOrigin>;
export type Annotation = z.infer<typeof Annotation>;
export type Certainty = (typeof CERTAINTIES)[number];
export type Closing = z.infer<typeof Closing>;
export type RecordingHeader = z.infer<typeof RecordingHeader>;

/** An act as recorded, in today's shapes. */
export interface ActEntry {
  readonly seq: number; readonly at: number; readonly seat: string | null; readonly member?: string | null; readonly id?: string | null;
  readonly command: Command; readonly events: readonly MatchEvent[]; readonly hash: string;
}
export interface SnapshotEntry { readonly seq: number; readonly at: number; readonly snapshot: MatchState; readonly hash: string }
export type RecordedEntry = ActEntry | SnapshotEntry;
export const isSnapshot = (entry: RecordedEntry): entry is SnapshotEntry => 'snapshot' in entry;

/** The text of a remark in a language, else in English, else in the first there is. */
export function textIn(said: string | Readonly<Record<string, string>> | undefined, language: string): string {
  if (said === undefined || typeof said === 'string') return said ?? '';
  const own = (key: string): string | undefined => (Object.hasOwn(said, key) ? said[key] : undefined);
  return own(language) ?? own(language.split('-')[0] ?? '') ?? own('en') ?? Object.values(said)[0] ?? '';
}
