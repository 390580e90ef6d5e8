/** What in a match shows each term of negotiation theory: the agreement and its alternatives, the way of bargaining, and what threatens a word given. */
import { commitmentOf, proposalOf } from '../../model/entries.ts';
import type { LineDraft } from '../../model/commands.ts';
import type { Proposal } from '../../model/state.ts';
import { lookup } from '../../scenario/lookup.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { worthOf } from '../concessions.ts';
import { momentsOf, type Chronicle, type Moment } from '../played.ts';
import { both, endOf, find, on, placeOfDeal, type Find, type Finder } from './signs.ts';

/** Figures below which a sign would be seen in any match. */
const LATE = 0.34;
const ANCHORED = 0.5;
const UNEVEN = 0.4;
const ANSWERED = 0.5;
const STORM = 70;
const HOSTILE = -5;
const FEW = 3;

const clausesOf = ({ lines }: Pick<Proposal, 'lines'>): readonly string[] => lines.map(({ clause }) => clause);
const categories = (scenario: Scenario, lines: readonly LineDraft[]): readonly string[] => [...new Set(lines.flatMap(({ clause }) => lookup(scenario).clauses.get(clause)?.category ?? []))];
/** Texts as they came into force, with the moment. */
const adopted = (chronicle: Chronicle): readonly { readonly moment: Moment; readonly text: Proposal }[] =>
  momentsOf(chronicle, 'proposalAdopted').flatMap((moment) => { const text = proposalOf(chronicle.end, moment.event.proposal); return text && !text.exclusive ? [{ moment, text }] : []; });

const zopa: Finder = (chronicle, { frontier }) => {
  const reached = frontier.signed.chosen.length > 0 && frontier.seats.every((seat) => (frontier.signed.net[seat] ?? 0) >= 0);
  if (reached) return [find(placeOfDeal(chronicle), 'zopa.inside', { count: frontier.signed.chosen.length })];
  return frontier.points.nash ? [find(endOf(chronicle), 'zopa.missed', { count: frontier.points.nash.chosen.length })] : [];
};

/** Where nothing was signed everybody had its alternative; then there is none to weigh against a text. */
const batna: Finder = (chronicle, { frontier, surplus, stability }) => (frontier.signed.chosen.length === 0 ? [] : [
  ...surplus.seats.filter(({ worseThanNoDeal }) => worseThanNoDeal).map(({ seat, signed }) => find(placeOfDeal(chronicle), 'batna.below', { seat, points: -signed / 10 }, 2 - signed)),
  ...stability.blocking.filter(({ how }) => how === 'leave').map(({ members }) => find(endOf(chronicle), members.length === 1 ? 'batna.alone' : 'batna.leave', { seats: members })),
]);

/** A text in which two seats each gave where it cost them and gained by the whole. */
const logrolling: Finder = (chronicle) => adopted(chronicle).flatMap(({ moment, text }) => {
  const { scenario } = chronicle;
  const gives = scenario.seats.flatMap(({ id: seat }) => text.lines.filter(({ givers }) => givers.includes(seat) && givers.length === 1).map((line) => ({ seat, line, loss: worthOf(scenario, [line], seat), category: categories(scenario, [line])[0] })))
    .filter(({ loss, seat }) => loss < 0 && worthOf(scenario, text.lines, seat) > 0);
  const trades = gives.flatMap((one, i) => gives.slice(i + 1).flatMap((other) => (one.seat !== other.seat && one.category !== other.category && worthOf(scenario, [one.line], other.seat) > 0 && worthOf(scenario, [other.line], one.seat) > 0 ? [{ one, other, weight: -one.loss - other.loss }] : [])));
  const best = trades.reduce<(typeof trades)[number] | null>((found, each) => (found === null || each.weight > found.weight ? each : found), null);
  return best ? [find(moment, 'logroll', { a: best.one.seat, clause: best.one.line.clause, b: best.other.seat, clauses: [best.other.line.clause] }, best.weight)] : [];
});

const linkage: Finder = (chronicle) => adopted(chronicle).flatMap(({ moment, text }) => {
  const issues = categories(chronicle.scenario, text.lines).length;
  return issues >= FEW ? [find(moment, 'linked', { author: text.author, issues, lines: text.lines.length }, issues)] : [];
});

/** How much of the first large text stands in what came into force. */
const anchoring: Finder = (chronicle, { frontier }) => {
  const first = momentsOf(chronicle, 'proposalTabled').find(({ event }) => event.proposal.lines.length >= FEW && !event.proposal.exclusive);
  const signed = frontier.signed.chosen.flatMap((i) => frontier.items[i]?.clause ?? []);
  if (!first || signed.length < FEW) return [];
  const clauses = clausesOf(first.event.proposal);
  const kept = clauses.filter((clause) => signed.includes(clause)).length;
  return kept / clauses.length >= ANCHORED ? [find(first, 'anchor', { author: first.event.proposal.author, kept, lines: clauses.length })] : [];
};

const deadline: Finder = (chronicle, { concessions }) => {
  const late = Math.max(concessions.lastTenth ?? 0, concessions.inLastRound ?? 0);
  const texts = adopted(chronicle);
  const lines = texts.reduce((sum, { text }) => sum + text.lines.length, 0);
  return late < LATE || lines < FEW ? [] : texts.filter(({ moment }) => moment.round >= chronicle.end.round).map(({ moment, text }) => find(moment, 'deadline', { author: text.author, lines: text.lines.length, percent: Math.round(100 * late) }, text.lines.length));
};

const coalition: Finder = (chronicle, { stability }) => [
  ...adopted(chronicle).filter(({ text }) => text.scope === 'bilateral').map(({ moment, text }) => find(moment, 'pact', { seats: text.parties, clauses: clausesOf(text) }, text.lines.length)),
  ...stability.blocking.filter(({ how, members }) => how === 'side' && members.length > 1).map(({ members, gains }) => find(endOf(chronicle), 'coalition', { seats: members }, Math.min(...Object.values(gains)) / 20)),
];

/** Somebody stops a text, leaves the table, or provokes right after an agreement. */
const spoiler: Finder = both(
  on('proposalObjected', ({ seat, proposal }, moment) => [find(moment, 'spoiler.objected', { seat, author: proposalOf(moment.after, proposal)?.author ?? '' }, 2)]),
  (chronicle) => momentsOf(chronicle, 'crisisOpened').flatMap((moment) => {
    const text = adopted(chronicle).findLast(({ moment: then }) => then.seq < moment.seq && moment.round - then.round <= 1);
    return text ? [find(moment, 'spoiler.provoked', { provoker: moment.event.crisis.provoker, action: moment.event.crisis.action, rounds: moment.round - text.moment.round }, 3)] : [];
  }),
);

/** A word that was in the interest of its giver when given, and not when due. */
const commitmentProblem: Finder = on('commitmentMoved', ({ commitment, state, tranches }, moment, { scenario }) => {
  const was = commitmentOf(moment.before, commitment);
  if (!was || (state !== 'breached' && state !== 'reversed') || state === was.state) return [];
  const cost = worthOf(scenario, [{ clause: was.clause, givers: was.givers, receivers: was.receivers, mode: was.mode }], was.giver);
  const given = (tranches ?? was.tranches).filter((tranche) => tranche.state === 'performed').length;
  return [find(moment, state === 'breached' ? 'broke' : 'tookBack', { giver: was.giver, clause: was.clause, receivers: was.receivers, given }, 2 - cost)];
});

const verification: Finder = both(
  on('commitmentMoved', ({ commitment, state }, moment) => { const was = commitmentOf(moment.before, commitment); return was && state === 'breached' && was.tranches.some((tranche) => tranche.state === 'feigned') ? [find(moment, 'caught', { giver: was.giver, clause: was.clause }, 3)] : []; }),
  (chronicle, { coverage }) => (coverage.promises >= FEW && (coverage.share ?? 1) < ANCHORED ? [find(placeOfDeal(chronicle), 'uncovered', { covered: coverage.covered, promises: coverage.promises })] : []),
);

const twoLevel: Finder = (_chronicle, { fit }) => fit.flatMap(({ seat, refusedAtHome, outside }): Find[] => [
  ...refusedAtHome.map(({ clause, ...place }) => find(place, 'notRatified', { giver: seat, clause }, 9)),
  ...outside.map(({ net, ...place }) => find(place, 'belowBrief', { seat, points: net }, -net)),
]);

/** A text came into force right after the war index stood highest, or after the talks had broken off. */
const ripeness: Finder = (chronicle) => adopted(chronicle).flatMap(({ moment, text }) => {
  const before = chronicle.end.history.filter(({ round }) => round === moment.round - 1 || round === moment.round - 2);
  const storm = Math.max(...before.map(({ indicators }) => indicators.W), 0);
  return storm >= STORM && text.lines.length >= 2 ? [find(moment, 'ripe', { author: text.author, value: storm, lines: text.lines.length }, storm + text.lines.length)] : [];
});

/** A hostile act answered by one in the other direction within a round. */
const securityDilemma: Finder = (_chronicle, { courses }) => courses.flatMap(({ deeds }) => {
  const hostile = deeds.filter(({ kind, value }) => kind === 'action' && value <= HOSTILE);
  return hostile.flatMap((deed) => { const answer = hostile.find(({ from, seq, round }) => from === deed.to && seq >= deed.seq && round - deed.round <= 1 && (round > deed.round || from > deed.from)); return answer ? [find(answer, 'spiral', { a: deed.from, action: deed.detail, b: answer.from, actions: [answer.detail] }, -deed.value - answer.value)] : []; });
});

const reciprocity: Finder = (chronicle, { courses }) => courses.flatMap(({ a, b, reciprocity: r, deeds }) => {
  const last = deeds.at(-1);
  return r !== null && r >= ANSWERED && last && deeds.length >= 6 ? [find(last, 'reciprocal', { a, b, percent: Math.round(100 * r) }, r)] : [];
}).concat(momentsOf(chronicle, 'commitmentMoved').flatMap((moment) => {
  const was = commitmentOf(moment.before, moment.event.commitment);
  const first = was?.after ? commitmentOf(moment.before, was.after) : undefined;
  return was && first && first.giver !== was.giver && moment.event.state === 'performed' && was.state !== 'performed' ? [find(moment, 'actionForAction', { a: first.giver, clause: first.clause, b: was.giver, clauses: [was.clause] }, 2)] : [];
}));

const valueLeft: Finder = (chronicle, { frontier }) => (frontier.gap.efficient || frontier.signed.chosen.length === 0 ? [] : [find(placeOfDeal(chronicle), frontier.gap.leftOnTable > 0 ? 'left' : 'left.some', { count: frontier.gap.better, points: frontier.gap.leftOnTable / 10 })]);

const fairness: Finder = (chronicle, { surplus }) => {
  const [least, most] = [surplus.seats.reduce((a, b) => (b.signed < a.signed ? b : a)), surplus.seats.reduce((a, b) => (b.signed > a.signed ? b : a))];
  return (surplus.gini.signed ?? 0) >= UNEVEN && most.signed > 0 ? [find(placeOfDeal(chronicle), 'uneven', { a: most.seat, b: least.seat, points: most.signed / 10, other: least.signed / 10 })] : [];
};

const mediation: Finder = (chronicle, { talk }) => [
  ...momentsOf(chronicle, 'actsRevealed').flatMap((moment) => moment.event.acts.actions.flatMap(({ seat, action }) => (lookup(chronicle.scenario).actions.get(action)?.special === 'mediation' ? [find(moment, 'mediated', { seat, action }, 2)] : []))),
  ...talk.brokers.slice(0, 1).map((seat) => find(endOf(chronicle), 'broker', { seat })),
];

const deadlock: Finder = (_chronicle, { concessions }) => concessions.paths.flatMap(({ seat, offers, deadlock: stuck, stuck: rounds }) => { const last = offers.at(-1); return stuck && last ? [find(last, 'deadlock', { seat, rounds }, rounds)] : []; });

const ambiguity: Finder = both(
  (chronicle) => adopted(chronicle).flatMap(({ moment, text }) => text.lines.filter(({ options }) => options?.vague).map(({ clause }) => find(moment, 'vague', { author: text.author, clause }))),
  on('readingMoved', ({ vote }, moment) => { const first = vote.commitments[0]; const clause = first === undefined ? undefined : commitmentOf(moment.after, first)?.clause; return vote.result === null || clause === undefined ? [] : [find(moment, `reading.${vote.result}`, { clause }, 3)]; }),
);

/** Giving first, without a text: one-sided steps and gestures. */
const unilateral: Finder = both(
  on('talksMoved', ({ talks }, moment) => talks.preSteps.slice(moment.before.talks.preSteps.length).map(({ seat, clause }) => find(moment, 'preStep', { seat, clause }, 2))),
  on('actsRevealed', ({ acts }, moment, { scenario }) => acts.actions.flatMap(({ seat, action, clause }) => { const special = lookup(scenario).actions.get(action)?.special; return special === 'concession' && clause !== undefined ? [find(moment, 'gaveFirst', { seat, clause }, 3)] : special === 'gesture' ? [find(moment, 'gesture', { seat, action })] : []; })),
);

const backChannel: Finder = (chronicle) => [
  ...adopted(chronicle).filter(({ text }) => text.lines.some(({ options }) => options?.sideLetter)).map(({ moment, text }) => find(moment, 'sideLetter', { seats: text.parties }, 2)),
  ...momentsOf(chronicle, 'actsRevealed').flatMap((moment) => moment.event.acts.actions.flatMap(({ seat, action }) => (lookup(chronicle.scenario).actions.get(action)?.special === 'envoy' ? [find(moment, 'envoy', { seat, action })] : []))),
];

/** In the order in which a class may meet them: the agreement, the bargaining, the word given, the table and its surroundings. */
export const THEORY: Readonly<Record<string, Finder>> = {
  zopa, batna, valueLeft, fairness, logrolling, linkage, anchoring, deadline, deadlock, reciprocity, unilateral, ambiguity, commitmentProblem, verification, twoLevel, coalition, spoiler, mediation, backChannel, ripeness, securityDilemma,
};
