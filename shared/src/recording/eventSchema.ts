/** What a recorded event may look like, one schema a kind; the list is complete by its type. Unknown members are let through and never read. */
import * as z from 'zod';
import type { MatchEvent } from '../model/events.ts';
import { Acts, Bud, Card, Choice, Commitment, CommitmentState, Crisis, Demarche, Desk, Ending, Hidden, id, ids, int, Knowledge, Message, News, numbers, Offer, phase, Proposal, Reading, RoundRecord, Side, Standing, State, Talks, terms, termsByKey, Tranche, Wedge } from './parts.ts';

type Kind = MatchEvent['type'];
const seat = id;
const proposal = id;
const holder = z.enum(['people', 'bot']);
const bools = z.boolean();
const pendings = z.looseObject({ ten: terms, bloc: terms, cm: terms });
const options = z.looseObject({ seed: int, level: z.enum(['core', 'standard', 'full']), pinned: ids, rounds: int.min(1).max(40), holders: z.record(id, holder) });

const MEMBERS: Readonly<Record<Kind, z.ZodRawShape>> = {
  matchStarted: { scenario: id, options, mandates: z.record(id, id.nullable()), random: z.number() },
  phaseOpened: { round: int, phase, slot: int, phaseSeq: int },
  readied: { seat, on: bools },
  seatHeld: { seat, holder },
  declared: { seat, level: int },
  redLinesRevealed: { levels: numbers, divergence: int, terms },
  invited: { from: seat, to: seat },
  inviteDeclined: { from: seat, to: seat },
  met: { slot: int, a: seat, b: seat },
  messageSent: { message: Message },
  proposalTabled: { proposal: Proposal },
  proposalSigned: { proposal, seat },
  proposalRefused: { proposal, seat, reasons: ids },
  proposalObjected: { proposal, seat },
  proposalWithdrawn: { proposal },
  proposalSuperseded: { proposal, by: id },
  proposalExpired: { proposal, silent: ids },
  proposalDropped: { proposal },
  proposalAdopted: { proposal, commitments: z.array(Commitment).max(200) },
  chosen: { seat, choice: Choice },
  sidePicked: { seat, side: Side },
  actAnswered: { from: seat, action: id, by: seat, accept: bools },
  stood: { seat, stand: z.enum(['down', 'hold']) },
  actsRevealed: { acts: Acts },
  crisisOpened: { crisis: Crisis },
  sidesRevealed: { picks: z.record(id, Side), defaulted: ids },
  commitmentMoved: { commitment: id, state: CommitmentState, tranches: z.array(Tranche).max(40).optional(), set: z.looseObject({}).optional() },
  seatMoved: { seat, set: z.looseObject({ ds: int.optional(), n: int.optional(), ap: int.optional() }), nTerms: terms.optional() },
  trustMoved: { set: numbers, terms: z.array(z.looseObject({ pair: id, code: id, value: z.number() })) },
  indicatorsMoved: { set: numbers, terms: termsByKey },
  pended: { pending: pendings },
  counted: { clock: int.optional(), tests: int.optional(), launches: int.optional() },
  talksMoved: { talks: Talks },
  leakBegan: { seat, foundAt: int, since: int.optional() },
  leakFound: { seat },
  leakEnded: { seat },
  principleAdopted: { clause: id },
  redLineBound: { bound: numbers },
  windowOpened: { until: int },
  eventFired: { id },
  eventResolved: { id },
  freeGranted: { free: z.record(id, ids) },
  newsPosted: { item: News },
  budMoved: { bud: Bud },
  effectBegan: { effect: Standing },
  effectsEnded: { effects: z.array(Standing) },
  roundsDrawn: { drawn: z.record(id, z.array(int)) },
  bidPlaced: { event: id, seat, bid: id },
  cardMoved: { seat, card: Card },
  cardOffered: { offer: Offer },
  demarcheMoved: { demarche: Demarche },
  learned: { seat, knowledge: Knowledge },
  hiddenMoved: { act: Hidden },
  wedgeMoved: { wedge: Wedge },
  actAnnounced: { seat, action: id },
  accused: { accusation: z.looseObject({ by: seat, round: int, commitment: id.optional(), leak: id.optional() }) },
  apologised: { seat, commitment: id },
  readingMoved: { vote: Reading },
  vetoMoved: { seat, proposals: ids },
  leakCounted: { counter: int },
  signatureBound: { seat, author: seat },
  rulesJoined: { seat, join: bools },
  inspected: { count: int },
  acquiesced: { count: int },
  randomDrawn: { random: z.number() },
  roundClosed: { record: RoundRecord },
  matchEnded: { ending: Ending },
  deskMoved: { desk: Desk },
  rewound: { state: State },
};

const kinds = Object.entries(MEMBERS).map(([type, members]) => z.looseObject({ type: z.literal(type), ...members }));
/** Rules version 1: the answer to the mediator. */
const OldAnswered = z.looseObject({ type: z.literal('mediationAnswered'), from: seat, by: seat, accept: bools });
export const EventSchema = z.discriminatedUnion('type', [OldAnswered, ...kinds]);
