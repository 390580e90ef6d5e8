/** The measures of a match, each computed on paper for the small match of match.ts (and one or two more where it has nothing to show). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { debriefOf } from '../../src/debrief/index.ts';
import { correlationOf, giniOf } from '../../src/debrief/figures.ts';
import { chronicleOf, type PlayedEntry } from '../../src/debrief/played.ts';
import { promisesOf } from '../../src/debrief/promises.ts';
import { wordsOf } from '../../src/debrief/talk.ts';
import type { Answer } from '../../src/debrief/survey.ts';
import type { ActEntry } from '../../src/recording/format.ts';
import { line, options } from '../given.ts';
import { Hand, paper, smallMatch } from './match.ts';

const book = JSON.parse(readFileSync(new URL('../../../assets/codebooks/cameo.json', import.meta.url), 'utf8'));
const debrief = (hand: Hand, set: Parameters<typeof debriefOf>[1] = {}) => debriefOf({ scenario: paper, entries: hand.entries as readonly PlayedEntry[] as readonly ActEntry[] }, { book, ...set });
const small = debrief(smallMatch());
const seatIn = <T extends { readonly seat: string }>(rows: readonly T[], seat: string): T => rows.find((row) => row.seat === seat) as T;

describe('figures', () => {
  it('Gini: 0 where all have alike, (n-1)/n where one has all, losses as nothing, none where nobody has anything', () => {
    expect(giniOf([3, 3, 3])).toBe(0);
    expect(giniOf([0, 0, 0, 8])).toBe(0.75);
    expect(giniOf([-5, 0, 0, 8])).toBe(0.75);
    // 1 and 3: mean difference (2+2)/4 = 1, over twice the mean 2.
    expect(giniOf([1, 3])).toBe(0.25);
    expect(giniOf([0, -2])).toBeNull();
  });
  it('correlation: 1, −1, none without spread or under three pairs', () => {
    expect(correlationOf([[1, 2], [2, 4], [3, 6]])).toBeCloseTo(1, 12);
    expect(correlationOf([[1, 3], [2, 2], [3, 1]])).toBeCloseTo(-1, 12);
    expect([correlationOf([[1, 1], [2, 1], [3, 1]]), correlationOf([[1, 1], [2, 2]])]).toEqual([null, null]);
  });
  it('words: runs of letters and figures, every Chinese character by itself', () => expect(['hello there', 'don’t stop, 2 of 6', '六方会谈 now', '…'].map(wordsOf)).toEqual([2, 5, 5, 0]));
});

describe('promises', () => {
  it('DPRK kept its freeze, worth 6 5 4 5 6 to the five (26); the ROK broke its oil, worth 4 to the DPRK: 26 of 30', () => {
    expect(seatIn(small.promises.bySeat, 'DK')).toMatchObject({ kept: 26, broken: 0, rate: 1 });
    expect(seatIn(small.promises.bySeat, 'RK')).toMatchObject({ kept: 0, broken: 4, rate: 0 });
    expect(seatIn(small.promises.bySeat, 'US').rate).toBeNull();
    expect(small.promises.all.rate).toBeCloseTo(26 / 30, 12);
    expect(small.promises.dyads.map(({ from, to, kept, broken }) => [from, to, kept, broken])).toEqual([['DK', 'US', 6, 0], ['DK', 'CN', 5, 0], ['DK', 'RU', 4, 0], ['DK', 'JP', 5, 0], ['DK', 'RK', 6, 0], ['RK', 'DK', 0, 4]]);
  });
  it('coverage: both clauses are in plain sight (observability 3) and dated', () => expect(small.coverage).toMatchObject({ promises: 2, covered: 2, share: 1, depth: { 1: 0, 2: 0, 3: 2 }, uncovered: [] }));
  it('coverage: a promise nobody can see (HU01, observability 1) is written, and not covered', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 1 }) }).until('plenary');
    hand.sign(hand.table('JP', [line('HU01')]), ['DK']);
    const { coverage } = debrief(hand.until('secret'));
    expect(coverage).toMatchObject({ promises: 1, covered: 0, share: 0, depth: { 1: 0, 2: 1, 3: 0 } });
    expect(coverage.uncovered.map(({ clause, giver }) => [clause, giver])).toEqual([['HU01', 'DK']]);
  });
});

describe('talk', () => {
  it('three private messages on three ties, two of them answered; one to all; one within a delegation', () => {
    expect(small.talk.ties).toEqual([{ from: 'US', to: 'CN', messages: 1, words: 2 }, { from: 'CN', to: 'US', messages: 1, words: 2 }, { from: 'RU', to: 'CN', messages: 1, words: 2 }]);
    expect(small.talk.reciprocity).toBeCloseTo(2 / 3, 12);
    expect(small.talk.publicToPrivate).toBeCloseTo(1 / 3, 12);
    expect(seatIn(small.talk.talkers, 'US')).toMatchObject({ privately: 1, publicly: 1, inside: 0, words: 6, outDegree: 1, inDegree: 1 });
    expect(seatIn(small.talk.talkers, 'RK')).toMatchObject({ privately: 0, inside: 1, words: 4 });
  });
  it('China lies on the only shortest way between two others (US-Russia), one of ten pairs', () => {
    expect(seatIn(small.talk.talkers, 'CN').betweenness).toBe(0.1);
    expect([small.talk.brokers, small.talk.isolates]).toEqual([['CN'], ['JP', 'DK', 'RK']]);
  });
  it('first contacts: US-China after one minute, China-Russia after three, the others never', () => {
    expect(small.talk.contacts.filter(({ first }) => first !== null).map(({ a, b, first }) => [a, b, first?.minutes])).toEqual([['US', 'CN', 1], ['CN', 'RU', 3]]);
    expect(small.talk.contacts).toHaveLength(15);
  });
});

describe('participation', () => {
  it('fifteen doings: the DPRK two texts and a refusal, the ROK a message, a signature and a decision, the US two messages and a signature', () => {
    expect(seatIn(small.parts, 'DK')).toMatchObject({ messages: 0, written: 2, answered: 1, decided: 0, share: 3 / 15, silentRounds: [2] });
    expect(seatIn(small.parts, 'RK')).toMatchObject({ messages: 1, written: 0, answered: 1, decided: 1, share: 3 / 15, silentRounds: [] });
    expect(seatIn(small.parts, 'US')).toMatchObject({ messages: 2, words: 6, answered: 1, share: 3 / 15 });
    expect(small.parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  });
  it('inside a delegation: one member did three things, the other one: Gini 1/4', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 1 }) });
    const member = (who: string, office: string): Hand => hand.act(null, { type: 'desk', act: { type: 'assign', member: who, name: who, seat: 'US', office } });
    member('ann', 'head');
    member('bob', 'envoy');
    for (const text of ['one', 'two', 'three']) hand.act('US', { type: 'message', to: ['CN'], text }, 'ann');
    hand.act('US', { type: 'message', to: ['RU'], text: 'four' }, 'bob');
    const part = seatIn(debrief(hand).parts, 'US');
    expect(part.members.map(({ member: who, messages }) => [who, messages])).toEqual([['ann', 3], ['bob', 1]]);
    // 1 and 3: Gini 1/4 as above.
    expect(part.inside).toBe(0.25);
  });
});

describe('mandates', () => {
  it('the one text was worth 7 7 5 5 0 5; the DPRK’s capital asks 2, so it alone signed below its brief', () => {
    expect(small.fit.map(({ seat, texts, inside }) => [seat, texts, inside])).toEqual([['US', 1, 1], ['CN', 1, 1], ['RU', 1, 1], ['JP', 1, 1], ['DK', 1, 0], ['RK', 1, 1]]);
    expect(seatIn(small.fit, 'DK').outside).toMatchObject([{ net: 0, round: 1, phase: 'plenary' }]);
  });
  it('open, secret and common points add up to the score', () => {
    const { end } = small.chronicle;
    for (const { seat, goals } of small.fit) expect((goals?.open ?? 0) + (goals?.secret ?? 0) + (goals?.common ?? 0), seat).toBe(end.ending?.scores.find((score) => score.seat === seat)?.score);
    for (const { seat, met, goals } of small.fit) expect(goals?.secret, seat).toBe(met ? paper.mandateWorth : 0);
  });
});

describe('concessions', () => {
  it('the DPRK asked 0 for itself, then 4; the least of the others would have had 5, then −2 (Japan)', () => {
    const path = seatIn(small.concessions.paths, 'DK');
    expect(path.offers.map(({ own, others, status }) => [own, others, status])).toEqual([[0, 5, 'adopted'], [4, -2, 'expired']]);
    expect(path).toMatchObject({ down: 0, up: 1, flat: 0, deadlock: false });
  });
  it('all lines came in round 1 of 2, before the last tenth of the hour', () => expect(small.concessions).toMatchObject({ lastTenth: 0, inLastRound: 0 }));
  it('the same offer in rounds 1, 2 and 3: two rounds without movement are a deadlock', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 3 }) });
    for (const round of [1, 2, 3]) { hand.until('plenary', round); hand.table('JP', [line('HU01')]); }
    expect(seatIn(debrief(hand).concessions.paths, 'JP')).toMatchObject({ flat: 2, stuck: 2, deadlock: true });
  });
});

describe('cooperation and conflict', () => {
  const course = (a: string, b: string) => small.courses.find((each) => each.a === a && each.b === b);
  it('DPRK-Japan in round 1: 4 4 8 from the DPRK and −5 for its refusal (11/4), 4 8 back (6); in round 2 a promise kept (9)', () => {
    expect(course('JP', 'DK')?.rounds).toEqual([{ round: 1, ab: 6, ba: 11 / 4, both: 23 / 6, deeds: 6 }, { round: 2, ab: null, ba: 9, both: 9, deeds: 1 }]);
    expect(course('JP', 'DK')?.mean).toBeCloseTo(32 / 7, 12);
  });
  it('DPRK-ROK in round 2: kept (9) against broken (−5)', () => expect(course('DK', 'RK')?.rounds[1]).toEqual({ round: 2, ab: 9, ba: -5, both: 2, deeds: 2 }));
  it('statements worth 0 do not count: US and China wrote to each other and both signed, which is all there is', () => expect(course('US', 'CN')?.deeds.map(({ kind }) => kind)).toEqual(['signed', 'signed']));
  it('without a codebook there is no course', () => expect(debriefOf({ scenario: paper, entries: smallMatch().entries as never }).courses).toEqual([]));
});

describe('trust', () => {
  it('DPRK-ROK: −15 for the breach, +4 for the freeze: the steepest fall; the end is what the rules say', () => {
    expect(small.trust.fall).toMatchObject({ a: 'DK', b: 'RK', change: -11, round: 2, codes: ['breach', 'kept'] });
    for (const { a, b, end, start, change } of small.trust.lines) { expect(end).toBe(small.chronicle.end.trust[`${a}-${b}`]); expect(change).toBe(end - start); }
    expect(small.trust.least?.end).toBe(Math.min(...small.trust.lines.map(({ end }) => end)));
  });
});

describe('logrolling and forecast', () => {
  it('Japan cares most for the abducted (7) and the freeze (5) and won 5 of 12; the ROK gave oil, outside its first two', () => {
    expect(seatIn(small.logrolling, 'JP').wonOnTop).toBeCloseTo(5 / 12, 12);
    expect(seatIn(small.logrolling, 'RK')).toMatchObject({ gave: 1, gaveElsewhere: 1 });
  });
  it('the abducted: US 100/9 of its stake times 45, Japan 50 times 23, ROK 12.5 times 12 for it, the DPRK 100/7 times 12 against: 91.3 % expected, nothing signed', () => {
    const found = small.forecast.find(({ category }) => category === 'HU');
    const [favour, against] = [(100 / 9) * 45 + 50 * 23 + 12.5 * 12, (100 / 7) * 12];
    expect(found?.expected).toBeCloseTo((100 * favour) / (favour + against), 9);
    expect([found?.signed, Math.round(found?.delta ?? 0)]).toEqual([0, -91]);
  });
});

describe('coalitions', () => {
  it('none in the small match: whoever gains by C or D needs the others', () => expect(small.stability.blocking).toEqual([]));
  it('the two Koreas could have met the families (HU04: +1, +5) whatever the others sign', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 1 }) }).until('plenary');
    hand.table('DK', [line('HU04')]);
    const { stability } = debrief(hand.until('secret'));
    // In tenths: the DPRK 12·1, the ROK 4·5. Larger groups that hold the two are left out.
    expect(stability.blocking.map(({ members, how, gains }) => ({ members, how, gains }))).toEqual([{ members: ['DK', 'RK'], how: 'leave', gains: { DK: 12, RK: 20 } }, { members: ['DK', 'RK'], how: 'side', gains: { DK: 12, RK: 20 } }]);
    // What it is worth to those outside: the US 6·3, China 4·1, Russia 0, Japan 5·1.
    expect(stability.blocking[1]?.outside).toEqual({ US: 18, CN: 4, RU: 0, JP: 5 });
  });
});

describe('survey', () => {
  const answer = (seat: string, felt: number, trust: Record<string, number>, kept: Record<string, number>): Answer => ({ seat, survey: { outcome: felt, self: felt, process: felt, relationship: felt + 1, trust, kept } });
  const { survey } = debrief(smallMatch(), { answers: [answer('US', 5, { DK: 2, RK: 8 }, { DK: 7, RK: 6 }), answer('US', 3, { DK: 4, RK: 6 }, { DK: 9, RK: 4 }), answer('DK', 2, { US: 1, RK: 3 }, { RK: 1 }), answer('RK', 4, { DK: 5, US: 9 }, { DK: 10 })] });
  it('factors are means of a seat’s people; the whole is their mean', () => expect(seatIn(survey.seats, 'US')).toMatchObject({ answers: 2, factors: { outcome: 4, self: 4, process: 4, relationship: 5 }, subjective: 4.25 }));
  it('predicted against kept: the DPRK kept all (10) and was thought at 9; the ROK kept nothing and was thought at 3', () => {
    // DPRK: the US say (7+9)/2 = 8, the ROK 10: mean 9. ROK: the US say 5, the DPRK 1: mean 3.
    expect(seatIn(survey.seats, 'DK')).toMatchObject({ thought: 9, really: 10, reputation: -1 });
    expect(seatIn(survey.seats, 'RK')).toMatchObject({ thought: 3, really: 0, reputation: 3 });
    // Errors: US |8−10| and |5−0|: 3.5; DPRK |1−0| = 1; ROK |10−10| = 0.
    expect(['US', 'DK', 'RK'].map((seat) => seatIn(survey.seats, seat).error)).toEqual([3.5, 1, 0]);
    expect(survey.bestJudge).toBe('RK');
  });
  it('trust: given, received, and the least of all', () => {
    expect(seatIn(survey.seats, 'US')).toMatchObject({ trustGiven: 5, trustReceived: 5 });
    expect(survey.leastTrusted).toEqual({ from: 'DK', to: 'US', rating: 1 });
  });
  it('without answers it is empty', () => expect(small.survey.seats.every(({ answers, subjective }) => answers === 0 && subjective === null)).toBe(true));
});

describe('a round begun again (FD-5)', () => {
  it('counts once what was done again, and keeps what was said', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 2 }) });
    const begun = hand.state;
    hand.until('plenary').say('US', ['CN'], 'before');
    hand.table('JP', [line('HU01')]);
    hand.act(null, { type: 'desk', act: { type: 'rewind', round: 1, state: begun } });
    hand.until('plenary');
    hand.table('JP', [line('HU01')]);
    const chronicle = chronicleOf({ scenario: paper, entries: hand.entries });
    expect(chronicle.moments.filter(({ event }) => event.type === 'proposalTabled')).toHaveLength(1);
    expect(chronicle.moments.filter(({ event }) => event.type === 'messageSent')).toHaveLength(1);
    expect(chronicle.end).toEqual(hand.state);
  });
});

describe('after the end', () => {
  it('what is said in the debrief is no part of the match', () => {
    const { talk, parts, concessions } = debrief(smallMatch().at(90).say('RU', ['US'], 'well played').say('RU', ['US', 'CN', 'JP', 'DK', 'RK'], 'thank you all'));
    expect([talk, parts, concessions]).toEqual([small.talk, small.parts, small.concessions]);
  });
});

describe('promises that went other ways', () => {
  // One promise of EN01 (worth 4 to the DPRK) in two tranches of 3 and 1, in every way it can end; the truth of the state, read directly.
  const base = smallMatch().state;
  const oil = base.commitments.find(({ clause }) => clause === 'EN01') as (typeof base.commitments)[number];
  const tranche = (n: number, state: (typeof oil.tranches)[number]['state'], value: number) => ({ n, state, due: 2, performedAt: null, values: { DK: value }, cost: 1 });
  const ended = (state: typeof oil.state, tranches: readonly ReturnType<typeof tranche>[], set: Partial<typeof oil> = {}) => promisesOf(paper, { ...base, commitments: [{ ...oil, state, tranches, ...set }] }).all;

  it.each([
    ['given half, half still to come: the open half counts for nothing', 'due', ['performed', 'due'], { kept: 3, broken: 0, rate: 1 }],
    ['given half, half broken', 'breached', ['performed', 'breached'], { kept: 3, broken: 1, rate: 0.75 }],
    ['feigned and never found: broken, and told apart', 'performed', ['feigned', 'performed'], { kept: 1, broken: 3, neverFound: 3, rate: 0.25 }],
    ['given whole, then broken by an act: given for nothing', 'breached', ['performed', 'performed'], { kept: 0, broken: 4, rate: 0 }],
    ['taken back with notice: outside the rate', 'reversed', ['performed', 'void'], { kept: 0, broken: 0, takenBack: 4, rate: null }],
    ['denied: outside the rate', 'disputed', ['pending', 'pending'], { kept: 0, broken: 0, disputed: 4, rate: null }],
    ['lapsed without blame: nothing at all', 'lapsed', ['void', 'void'], { kept: 0, broken: 0, disputed: 0, takenBack: 0, rate: null }],
  ] as const)('%s', (_name, state, states, expected) => {
    expect(ended(state, [tranche(1, states[0], 3), tranche(2, states[1], 1)])).toMatchObject(expected);
  });
  it('what nobody could ever see stands apart, whatever was done', () => {
    const blind = paper.clauses.find(({ obs }) => obs === 0)?.id ?? '';
    expect(ended('performed', [tranche(1, 'performed', 3), tranche(2, 'feigned', 1)], { clause: blind })).toMatchObject({ kept: 0, broken: 0, unobservable: 4, rate: null });
  });
  it('a promise worth nothing to its receiver weighs one, so that a word is never nothing', () => {
    expect(ended('breached', [tranche(1, 'breached', 0)])).toMatchObject({ broken: 1 });
  });
});
