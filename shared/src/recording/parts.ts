/** Parts of a match as recorded events carry them: texts, promises, cards, the state a rewind puts back. Unknown members are let through. */
import * as z from 'zod';
import { LineOptions } from '../protocol/messages.ts';

export const id = z.string().max(80);
export const ids = z.array(id).max(500);
export const int = z.int();
export const numbers = z.record(id, z.number());
const params = z.record(id, z.union([z.string().max(4000), z.number(), z.boolean(), z.null(), ids]));

export const Term = z.looseObject({ code: id, value: z.number(), params: params.optional() });
export const terms = z.array(Term).max(200);
export const termsByKey = z.record(id, terms);
export const Line = z.looseObject({ clause: id, givers: ids, receivers: ids, mode: z.enum(['WRITTEN', 'ORAL']), after: int.optional(), options: LineOptions.optional() });
export const Proposal = z.looseObject({
  id, chain: id, version: int, parent: id.nullable(), author: id, scope: z.enum(['plenary', 'bilateral']), chairDraft: z.boolean(), round: int, phaseSeq: int,
  lines: z.array(Line).max(40), parties: ids, signed: ids, refusals: z.array(z.looseObject({ seat: id, reasons: ids })), objection: id.nullable(),
  status: z.enum(['live', 'adopted', 'refused', 'objected', 'withdrawn', 'superseded', 'expired', 'duplicate']),
});
export const Tranche = z.looseObject({ n: int, state: z.enum(['pending', 'due', 'late', 'performed', 'feigned', 'breached', 'void']), due: int.nullable(), performedAt: int.nullable(), values: numbers, cost: z.number() });
export const CommitmentState = z.enum(['agreed', 'due', 'late', 'performed', 'unverifiable', 'breached', 'reversed', 'lapsed', 'superseded', 'disputed', 'blocked', 'ratifying']);
export const Commitment = z.looseObject({
  id, proposal: id, line: int, clause: id, giver: id, givers: ids, receivers: ids, mode: z.enum(['WRITTEN', 'ORAL']), scope: z.enum(['plenary', 'bilateral']), adoptedAt: int,
  after: id.nullable(), state: CommitmentState, tranches: z.array(Tranche).max(40), kept: int, foundAt: int.nullable(), freeReversalUntil: int.nullable(), deniable: z.boolean(),
});
const Phase = z.enum(['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal']);
export const phase = Phase;
export const Message = z.looseObject({ id: int, channel: z.string().max(200), from: id, text: z.string().max(4000), round: int, phase });
export const News = z.looseObject({ id: int, round: int, phase, code: id, params, to: z.union([z.literal('all'), ids]), place: id.optional() });
export const Side = z.enum(['back', 'restrain']);
export const Choice = z.looseObject({
  actions: z.array(z.looseObject({ action: id })).max(20), dues: z.record(id, z.string().max(20)), reversals: ids, denials: ids, remedies: z.array(z.looseObject({ event: id })).max(40),
});
export const Acts = z.looseObject({
  actions: z.array(z.looseObject({ seat: id, action: id })).max(200), dues: z.array(z.looseObject({ commitment: id, tranche: int, choice: id })).max(500), tensionBefore: int,
});
export const Crisis = z.looseObject({ action: id, provoker: id, victims: ids, provokerPatrons: ids, victimPatrons: ids });
export const Indicators = z.looseObject({ TEN: int, BLOC: int, CON: int, VAL: int, D: int, CM: int, PRO: int, INST: int, V: int, W: int });
export const RoundRecord = z.looseObject({
  round: int, indicators: Indicators, terms: termsByKey, paperPressure: z.number(), pressure: z.number(), redLines: numbers,
  sides: z.looseObject({ provoker: id, picks: z.record(id, Side) }).nullable(), tests: int, brink: z.boolean(), trust: numbers, ds: numbers,
});
export const Talks = z.looseObject({
  open: z.boolean(), suspendedSince: int.nullable(), suspendedRounds: int, longestSuspension: int, refusedDrafts: int,
  preSteps: z.array(z.looseObject({ seat: id, clause: id, worth: z.number() })).max(100), draftPut: z.boolean(), chair: id,
});
export const Ending = z.looseObject({
  tier: z.enum(['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture']), factor: z.number(), round: int,
  scores: z.array(z.looseObject({ seat: id, n: z.number(), score: z.number(), par: z.number(), beatPar: z.boolean(), terms, mandateMet: z.boolean().nullable() })).max(16), second: ids, reasons: terms,
});
export const Bud = z.looseObject({ event: id, stage: int, plantedAt: int, state: z.enum(['growing', 'defused', 'bloomed', 'withered']), knownTo: ids, told: z.array(z.looseObject({ from: id, to: id })), public: z.boolean(), pledges: numbers });
export const Standing = z.looseObject({ event: id, until: int.nullable(), effect: z.looseObject({ do: id }) });
export const Card = z.looseObject({ id, kind: z.enum(['core', 'linkage']), round: int, state: z.enum(['held', 'traded']) });
export const Offer = z.looseObject({ from: id, to: id, card: id, give: z.looseObject({ kind: id }), slot: int, accepted: z.boolean().nullable() });
export const Demarche = z.looseObject({ id, by: id, target: id, favour: ids, against: ids, round: int });
export const Knowledge = z.looseObject({ kind: z.enum(['pair', 'channel', 'covert', 'notes']), round: int });
export const Hidden = z.looseObject({ seat: id, action: id, round: int, foundAt: int.nullable(), open: z.enum(['hidden', 'disclosed', 'exposed']) });
export const Wedge = z.looseObject({ sender: id, gift: id, offers: z.array(z.looseObject({ to: id, proposal: id, asked: id, signed: z.boolean() })).max(10), round: int, state: z.enum(['open', 'sprung', 'void', 'lapsed']) });
export const Reading = z.looseObject({ commitments: ids, proposal: id, line: int, votes: z.record(id, z.enum(['strict', 'loose'])), result: z.enum(['strict', 'loose']).nullable() });
const asked = { id, seat: id, command: z.looseObject({ type: id }), round: int };
export const Desk = z.looseObject({
  paused: z.looseObject({ reason: z.string().max(4000), until: z.number().nullable() }).nullable(), extended: z.looseObject({ phaseSeq: int, seconds: z.number() }).nullable(), approval: ids,
  requests: z.array(z.looseObject({ ...asked, by: id.nullable(), phaseSeq: int })), drafts: z.array(z.looseObject({ ...asked, by: id, votes: z.record(id, z.boolean()) })),
  delegates: z.array(z.looseObject({ member: id, name: z.string().max(200), seat: id, office: id, muted: z.boolean() })), count: int,
});
/** FD-5: the match as an earlier round began. */
export const State = z.looseObject({
  scenario: id, status: z.enum(['waiting', 'running', 'ended']), random: z.number(), round: int, phase, slot: int, phaseSeq: int, indicators: Indicators, clock: int, tests: int, launches: int,
  seats: z.record(id, z.looseObject({ ds: int, n: int, ap: int, nTerms: terms, used: numbers })), trust: numbers, ready: ids, invitations: z.array(z.looseObject({ from: id, to: id })),
  meetings: z.array(z.looseObject({ slot: int, a: id, b: id })), proposals: z.array(Proposal), commitments: z.array(Commitment), acts: Acts.nullable(), crisis: Crisis.nullable(), talks: Talks,
  messages: z.array(Message), news: z.array(News), history: z.array(RoundRecord).max(40), ending: Ending.nullable(), nextId: int,
});
