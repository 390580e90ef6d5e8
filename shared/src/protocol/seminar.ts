/** What a class is set up with and what its desk asks: HTTP bodies under /api/classes, parsed by the server with these. */
import * as z from 'zod';
import type { DeskEffects } from '../model/desk.ts';
import { ActCommandSchema, LevelChoice } from './messages.ts';

const id = z.string().max(64).regex(/^[A-Za-z0-9+:-]+$/);
const seat = z.string().max(32).regex(/^[A-Za-z0-9-]+$/);
const name = z.string().trim().min(1).max(60);
const text = (most: number) => z.string().trim().max(most);

/** Ready-made lengths. `minutes` of play on the clock (null = no clock), the rounds played in them, and minutes kept for the debrief. */
export const PLANS = {
  class50: { minutes: 35, rounds: 3, debrief: 10 },
  class75: { minutes: 52, rounds: 4, debrief: 15 },
  class90: { minutes: 62, rounds: 5, debrief: 20 },
  class150: { minutes: 112, rounds: 8, debrief: 30 },
  meetings: { minutes: null, rounds: 8, debrief: 30 },
  weeks: { minutes: null, rounds: 8, debrief: null },
} as const;
export type PlanId = keyof typeof PLANS;
export const isPlan = (preset: string): preset is PlanId => preset in PLANS;
/** Stages of a class, in order; the desk moves it on. */
export const STAGES = ['setup', 'play', 'survey', 'reveal', 'report', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
/** Steps of a guided reveal, in order; the desk moves everybody on. Until `UNVEILING` nothing is shown that was secret at the table. */
export const REVEAL_STEPS = ['outcome', 'texts', 'interests', 'frontier', 'promises', 'talk', 'turns', 'questions'] as const;
export type RevealStep = (typeof REVEAL_STEPS)[number];
export const UNVEILING: RevealStep = 'interests';
export const reached = (now: RevealStep | null, step: RevealStep): boolean => now !== null && REVEAL_STEPS.indexOf(now) >= REVEAL_STEPS.indexOf(step);

/** FD-9. */
export const CAPITALS = ['off', 'desk', 'bot'] as const;
export type Capital = (typeof CAPITALS)[number];

export const Person = z.strictObject({ name, table: z.int().min(1).max(12).optional(), seat: seat.optional(), office: id.optional(), /** Watches a table, without a seat. */ observes: z.boolean().optional() });
/** FD-11: who may watch one table. */
export const OBSERVERS_MOST = 20;
export const CreateClass = z.strictObject({
  title: text(80).default(''), scenario: id, plan: z.enum(Object.keys(PLANS) as [PlanId, ...PlanId[]]).default('class90'), level: LevelChoice.default('standard'),
  tables: z.int().min(1).max(12).default(1),
  /** How people without a fixed seat get one: drawn, evenly filled as they come, or of their own choice. */
  seating: z.enum(['random', 'balanced', 'chosen']).default('balanced'),
  delegations: z.boolean().default(true),
  /** At the tables people go by invented names; only the desk holds the index. */
  pseudonyms: z.boolean().default(false),
  /** What the desk may read, fixed now and told to everybody at the door. */
  oversight: z.enum(['everything', 'public']).default('everything'),
  /** What everybody may see after the end. */
  reveal: z.enum(['everything', 'own']).default('everything'),
  /** The debrief goes step by step: what was secret stays so at every table until the desk has come to it. */
  guided: z.boolean().default(true),
  /** Days after which the class and its people are deleted. */
  keepDays: z.int().min(1).max(730).default(180),
  approval: z.array(z.string().max(32)).max(20).default([]),
  /** FD-9: who ratifies at home what a delegation has signed: nobody, the desk, or the rules. */
  capital: z.enum(CAPITALS).default('off'),
  /** What observers of a table may read: what is public, or its messages as well. */
  observers: z.enum(['public', 'everything']).default('public'),
  /** FD-11: whether people may come in as observers by themselves, and do where every chair is taken. */
  mayObserve: z.boolean().default(true),
  roster: z.array(Person).max(120).default([]),
});
export type CreateClass = z.infer<typeof CreateClass>;

/** POST /api/classes/:code/join. A name of the roster takes that place; a name already taken waits for the desk's nod (a lost phone). */
export const JoinClass = z.strictObject({ name, table: z.int().min(1).max(12).optional(), seat: seat.optional(), /** Comes to watch; a place the roster keeps goes before. */ observe: z.boolean().optional(), token: z.string().max(80).optional() });
export const AskHelp = z.strictObject({ text: z.string().trim().min(1).max(400) });
const likert = z.int().min(1).max(7);
const rating = z.int().min(0).max(10);
/** POST /api/classes/:code/survey, before anything is revealed: how it felt in four factors (outcome, self, process, relationship), trust in each other seat, and how far each is thought to have kept its word. */
export const Survey = z.strictObject({ outcome: likert, self: likert, process: likert, relationship: likert, trust: z.record(seat, rating), kept: z.record(seat, rating), text: text(1000).default('') });
export type Survey = z.infer<typeof Survey>;
export const Consent = z.strictObject({ consent: z.boolean() });

/** POST /api/classes/:code/desk/pass: a one-time pass for another machine; `lasting` = a spare one to be printed, good until it is used. */
export const MakePass = z.strictObject({ lasting: z.boolean().default(false) });
/** POST /api/classes/:code/desk/open, on the other machine. */
export const OpenDesk = z.strictObject({ pass: z.string().trim().min(6).max(40), label: text(40).default('') });
/** POST /api/classes/:code/here: secrets of those who share this device; they count as present for a while. */
export const Here = z.strictObject({ tokens: z.array(z.string().max(80)).min(1).max(8) });
/** POST /api/classes/:code/lock, from whoever shares a device: a PIN for the own place, null = none any more. */
export const LockPlace = z.strictObject({ pin: z.string().regex(/^\d{4}$/).nullable() });
/** POST /api/classes/:code/unlock: the place is taken again at its device. `handle` is what the lock left there; without a PIN only where the desk has nodded. */
export const UnlockPlace = z.strictObject({ handle: z.string().min(8).max(80), pin: z.string().max(8).default('') });
/** POST /api/classes/:code/unlock/ask: the PIN is forgotten; the desk is asked. */
export const AskUnlock = z.strictObject({ handle: z.string().min(8).max(80) });
/** What an observer's remark is about; the debrief can be filtered by it. */
export const NOTE_TAGS = ['offer', 'argument', 'trust', 'threat', 'inside', 'other'] as const;
export type NoteTag = (typeof NOTE_TAGS)[number];
/** POST /api/classes/:code/notes, from an observer. */
export const WriteNote = z.strictObject({ text: z.string().trim().min(1).max(1000), tag: z.enum(NOTE_TAGS).default('other') });

const Effects = z.strictObject({
  ten: z.int().optional(), bloc: z.int().optional(), cm: z.int().optional(), support: z.record(seat, z.int()).optional(),
  trust: z.array(z.strictObject({ a: seat, b: seat, delta: z.int() })).max(15).optional(),
}) as unknown as z.ZodType<DeskEffects>;
export const InjectShape = z.strictObject({ kind: z.enum(['news', 'intelligence', 'message']), to: z.array(seat).max(8), text: z.string().max(1200), from: text(80).optional(), effects: Effects.optional() });
/** When a prepared inject comes: as a phase opens, or at the first phase at which an indicator stands so. */
export const InjectWhen = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('phase'), round: z.int().min(1).max(40), phase: id }),
  z.strictObject({ is: z.literal('indicator'), key: z.enum(['TEN', 'BLOC', 'CON', 'W']), atLeast: z.int().optional(), atMost: z.int().optional() }),
]);
const tables = z.array(id).min(1).max(12);

/** POST /api/classes/:code/desk, with the desk's token: one act of the desk. */
export const DeskOrder = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), people: z.array(Person).min(1).max(120) }),
  z.strictObject({ do: z.literal('seat'), person: id, table: id.nullable(), seat: seat.nullable(), office: id.nullable() }),
  /** Seats everybody who has no seat yet, by lot or evenly. */
  z.strictObject({ do: z.literal('draw') }),
  z.strictObject({ do: z.literal('start'), tables }),
  /** `huddle`: the delegations talk among themselves alone, with questions to go by. */
  z.strictObject({ do: z.literal('pause'), tables, reason: text(400), minutes: z.int().min(1).max(600).nullable(), huddle: z.boolean().optional() }),
  z.strictObject({ do: z.literal('resume'), tables }),
  z.strictObject({ do: z.literal('extend'), tables, seconds: z.int() }),
  z.strictObject({ do: z.literal('endPhase'), tables }),
  z.strictObject({ do: z.literal('rewind'), table: id, round: z.int() }),
  z.strictObject({ do: z.literal('say'), tables, to: z.array(seat).max(8), text: z.string().max(1200) }),
  z.strictObject({ do: z.literal('inject'), tables, inject: InjectShape }),
  z.strictObject({ do: z.literal('prepare'), tables, inject: InjectShape, when: InjectWhen }),
  z.strictObject({ do: z.literal('unprepare'), prepared: id }),
  z.strictObject({ do: z.literal('enter'), table: id, seat, command: ActCommandSchema, note: text(400) }),
  z.strictObject({ do: z.literal('settle'), table: id, request: id, verdict: z.enum(['approve', 'return']), reason: text(400), amended: ActCommandSchema.optional() }),
  /** FD-9: the capital of a seat answers a text that was signed. */
  z.strictObject({ do: z.literal('ratify'), table: id, seat, proposal: id, verdict: z.enum(['ratify', 'reject']), reason: text(400) }),
  /** Lets the consents count: from now on the export for research holds those who gave theirs. */
  z.strictObject({ do: z.literal('release') }),
  /** Takes one person with name, survey and consent out of the class. */
  z.strictObject({ do: z.literal('forget'), person: id }),
  /** Takes a key of the desk away; the last one stays. */
  z.strictObject({ do: z.literal('revoke'), key: id }),
  /** Somebody watches a table and takes notes; null = no longer. */
  z.strictObject({ do: z.literal('observe'), person: id, table: id.nullable() }),
  z.strictObject({ do: z.literal('mute'), person: id, on: z.boolean() }),
  z.strictObject({ do: z.literal('nod'), item: id, yes: z.boolean() }),
  z.strictObject({ do: z.literal('file'), item: id, state: z.enum(['new', 'read', 'done']) }),
  z.strictObject({ do: z.literal('stage'), stage: z.enum(STAGES), minutes: z.int().min(1).max(600).nullable() }),
  /** A step of the guided reveal for everybody; at one table, or (null) at all of them side by side. */
  z.strictObject({ do: z.literal('step'), step: z.enum(REVEAL_STEPS), table: id.nullable() }),
]);
export type DeskOrder = z.infer<typeof DeskOrder>;
export type InjectWhen = z.infer<typeof InjectWhen>;
export type InjectShape = z.infer<typeof InjectShape>;

/** What anybody at the door of a class sees: what it is, who will be able to read what, and which names and seats are free. */
export interface ClassDoor {
  readonly code: string; readonly title: string; readonly scenario: string; readonly plan: PlanId; readonly level: string; readonly stage: Stage;
  /** Where a guided reveal is, and the table it is shown at (null = all). */
  readonly guided: boolean; readonly step: RevealStep | null; readonly stepTable: string | null;
  readonly oversight: CreateClass['oversight']; readonly reveal: CreateClass['reveal']; readonly pseudonyms: boolean; readonly keepDays: number; readonly seating: CreateClass['seating'];
  readonly capital: Capital; readonly observers: CreateClass['observers']; readonly mayObserve: boolean;
  /** Offices of a delegation, the head's first; none where the class has no delegations. */
  readonly offices: readonly string[];
  readonly tables: readonly { readonly code: string; readonly n: number; readonly free: readonly string[]; /** How many more may watch this table. */ readonly watchers: number }[];
}
/** Answer of a join: the token proves the same person later; without a table the desk has yet to give a seat or to nod. */
export interface ClassTicket { readonly person: string; readonly token: string | null; readonly waits: 'seat' | 'nod' | null; readonly table: string | null; readonly seat: string | null; readonly office: string | null; readonly name: string; /** Watches the table and sits in no seat. */ readonly observes: boolean }

/** What one person may know of what is kept about them. */
export interface OwnData { readonly name: string; readonly alias: string; readonly table: number | null; readonly seat: string | null; readonly office: string | null; readonly joinedAt: number | null; readonly surveyed: boolean; readonly consent: boolean | null; readonly released: boolean; readonly keepUntil: number; readonly notes: number }
/** A remark of an observer, with the place in the match it belongs to. */
export interface ObserverNote { readonly id: string; readonly person: string; readonly table: string; readonly at: number; readonly round: number; readonly phase: string; readonly seq: number; readonly tag: NoteTag; readonly text: string }
/** A key of the desk, as the desk sees it. */
export interface DeskKeyInfo { readonly id: string; readonly label: string; readonly since: number; readonly own: boolean }

export interface ClassReport {
  readonly code: string; readonly title: string; readonly scenario: string; readonly plan: PlanId; readonly level: string; readonly stage: Stage; readonly step: RevealStep | null;
  readonly tables: readonly {
    readonly code: string; readonly n: number;
    readonly people: readonly { readonly id: string; readonly name: string; readonly seat: string; readonly office: string | null }[];
    readonly surveys: readonly { readonly seat: string; readonly survey: Survey }[];
    /** What observers of the table wrote, for the desk alone: it decides what of it the class hears. `by` is the name at the table. */
    readonly notes: readonly (Pick<ObserverNote, 'id' | 'round' | 'phase' | 'seq' | 'tag' | 'text'> & { readonly by: string })[];
  }[];
}
/** Codes a class adds to those of the door. */
export type ClassCode = 'unknown-class' | 'unknown-person' | 'unknown-table' | 'class-full' | 'class-closed' | 'desk-seats' | 'survey-closed' | 'not-revealed' | 'research-early' | 'not-released' | 'already-released' | 'bad-pass' | 'last-key' | 'not-observer' | 'too-many-notes' | 'no-observers' | 'observers-full' | 'wrong-pin' | 'not-locked';
