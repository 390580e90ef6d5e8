/** What a recorded act may look like: every command of a seat as the protocol knows it, and those of the table. Old shapes stay readable. */
import * as z from 'zod';
import { LEVELS, SeatCommandSchema } from '../protocol/messages.ts';

const id = z.string().max(80);
const levels = z.enum(LEVELS);
const holder = z.enum(['people', 'bot']);
const options = z.looseObject({ seed: z.int(), level: levels, pinned: z.array(id).max(100), rounds: z.int().min(1).max(40), holders: z.record(id, holder) });
const TableCommandSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('start'), options }),
  z.looseObject({ type: z.literal('advance'), phaseSeq: z.int().min(0) }),
  z.looseObject({ type: z.literal('hold'), seat: id, holder }),
  /** The desk's acts have bounds of their own (FD); a recording only shows them. */
  z.looseObject({ type: z.literal('desk'), act: z.looseObject({ type: z.string().max(20), to: z.array(id).max(20).optional(), inject: z.looseObject({ to: z.array(id).max(20), text: z.string().max(4000) }).optional() }) }),
]);
/** Rules version 1: the answer to the mediator, the only act that asked in step 7. */
const OldAnswer = z.looseObject({ type: z.literal('answerMediation'), from: id, accept: z.boolean() });

export const CommandSchema = z.union([SeatCommandSchema, TableCommandSchema, OldAnswer]);
