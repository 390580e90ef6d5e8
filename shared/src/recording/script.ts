/** A script: a course of events outside the game written down as legal acts, each with its date, its source and how certain it is. */
import * as z from 'zod';
import { LEVELS, LineOptions, REASONS } from '../protocol/messages.ts';
import { CERTAINTIES } from './format.ts';

const seat = z.string().max(32);
const id = z.string().max(64);
/** A name the script gives to a text; `joint-statement`. Promises are `text/CLAUSE`, the giver being whoever acts. */
const name = z.string().max(60).regex(/^[a-z0-9-]+$/);
const promise = z.string().max(80).regex(/^[a-z0-9-]+\/[A-Za-z0-9-]+$/);
const both = z.strictObject({ en: z.string().min(1).max(1200), zh: z.string().min(1).max(1200) });
/** A day, or the first and the last day with a stroke between. */
const day = /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/;

/** Givers and receivers may be left out where the clause leaves no choice. */
const Line = z.strictObject({ clause: id, givers: z.array(seat).optional(), receivers: z.array(seat).optional(), mode: z.enum(['WRITTEN', 'ORAL']).default('WRITTEN'), after: z.int().min(0).optional(), options: LineOptions.optional() });
const Action = z.strictObject({ action: id, target: seat.optional(), partner: seat.optional(), clause: id.optional(), commitment: promise.optional() });

/** Commands of a seat as a script says them: by the names of texts, never by the ids a match will give them. */
export const ScriptCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('declare'), level: z.int() }),
  z.strictObject({ type: z.literal('bid'), event: id, bid: id }),
  z.strictObject({ type: z.literal('readClause'), proposal: name, line: z.int().min(0), reading: z.enum(['strict', 'loose']) }),
  z.strictObject({ type: z.literal('invite'), to: seat }),
  z.strictObject({ type: z.literal('acceptInvite'), from: seat }),
  z.strictObject({ type: z.literal('declineInvite'), from: seat }),
  z.strictObject({ type: z.literal('message'), to: z.array(seat), text: z.string().min(1).max(800) }),
  z.strictObject({ type: z.literal('propose'), name, scope: z.enum(['plenary', 'bilateral']), lines: z.array(Line).min(1), chairDraft: z.literal(true).optional() }),
  z.strictObject({ type: z.literal('sign'), proposal: name }),
  z.strictObject({ type: z.literal('refuse'), proposal: name, reasons: z.array(z.enum(REASONS)).min(1) }),
  z.strictObject({ type: z.literal('withdraw'), proposal: name }),
  z.strictObject({ type: z.literal('tableDemarche'), target: seat }),
  z.strictObject({ type: z.literal('joinDemarche'), by: seat, favour: z.boolean() }),
  z.strictObject({
    type: z.literal('choose'), actions: z.array(Action).default([]), dues: z.record(promise, z.enum(['perform', 'delay', 'withhold', 'feign'])).default({}),
    reversals: z.array(promise).default([]), denials: z.array(promise).default([]), remedies: z.array(z.strictObject({ event: id, option: id.optional() })).default([]),
  }),
  z.strictObject({ type: z.literal('pickSide'), side: z.enum(['back', 'restrain']) }),
  z.strictObject({ type: z.literal('answerAct'), from: seat, action: id, accept: z.boolean() }),
]);

/** One thing that happened, as one or more acts of one phase; the remark goes with the first of them. */
export const ScriptStep = z.strictObject({
  round: z.int().min(1), phase: z.enum(['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal']), slot: z.int().min(1).optional(),
  date: z.string().regex(day), certainty: z.enum(CERTAINTIES), text: both, source: both,
  /** Acts that the numbers of a scenario may make needless (a crisis that does not open): left out where the rules do not ask for them. */
  ifAsked: z.literal(true).optional(),
  acts: z.array(z.strictObject({ seat, command: ScriptCommand })).min(1),
});

export const Script = z.strictObject({
  format: z.literal('concert-script'), version: z.literal(1), id: name, title: both, about: both,
  /** The scenario it is played in. */
  scenario: id,
  options: z.strictObject({ seed: z.int(), level: z.enum(LEVELS), pinned: z.array(id) }),
  /** The day each round begins, and the chapter that begins with it. */
  rounds: z.array(z.strictObject({ date: z.string().regex(day), title: both, text: both })).min(1),
  steps: z.array(ScriptStep).min(1),
});

export type ScriptCommand = z.infer<typeof ScriptCommand>;
export type ScriptStep = z.infer<typeof ScriptStep>;
export type Script = z.infer<typeof Script>;
