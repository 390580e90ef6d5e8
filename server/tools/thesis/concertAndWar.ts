/** T1-T5: consensus and war, trust and the red line, unity and pressure, wedges, blocs. */
import { mean, rounded, shareInterval, spearman } from '../simulation/statistics.ts';
import type { Row } from '../simulation/row.ts';
import type { Arm, Experiments } from './lab.ts';
import { number, percent, shareOf, type Line } from './line.ts';

export const MIXED: Arm = { bots: 'mixed' };
export const CONCERT: Arm = { bots: 'concert' };
export const HAWKS: Arm = { bots: 'hawk,DK=spoiler' };
const tests = (rows: readonly Row[]): number => mean(rows.map((row) => row.tests));
const war = (rows: readonly Row[]): number => shareOf(rows, (row) => row.outcome === 'war');

/**
 * T1: over mixed tables, Spearman's rho of a match's mean consensus (over its folds) with the highest war index of its folds;
 * the share of wars of tables of `concert` bots; the same of five `hawk` bots with a `spoiler` as the proliferator.
 */
export async function t1(lab: Experiments): Promise<Line[]> {
  const claim = 'more concert, less war';
  const { rows } = await lab.play(MIXED);
  const rho = spearman(rows.map((row) => row.meanCON), rows.map((row) => row.maxW));
  const calm = war((await lab.play(CONCERT)).rows);
  const harsh = war((await lab.play(HAWKS)).rows);
  return [
    { id: 'T1a', claim, measure: 'rank correlation of mean consensus with peak war index, mixed tables', target: '<= -0.5', measured: number(rho), pass: rho <= -0.5, figures: { rho: rounded(rho, 4) } },
    { id: 'T1b', claim, measure: 'wars at tables of concert bots', target: '< 1 %', measured: percent(calm), pass: calm < 0.01, figures: { war: rounded(calm, 4) } },
    { id: 'T1c', claim, measure: 'wars at tables of hawks with a spoiler in Pyongyang', target: '> 30 %', measured: percent(harsh), pass: harsh > 0.3, figures: { war: rounded(harsh, 4) } },
  ];
}

/** T2: mean number of nuclear tests of a match, mixed tables, against the same seeds with the trust of every pair of powers 20 lower at the start. */
export async function t2(lab: Experiments): Promise<Line[]> {
  const before = tests((await lab.play(MIXED)).rows);
  const after = tests((await lab.play({ ...MIXED, set: ['trust.powers-=20'] })).rows);
  const ratio = before > 0 ? after / before : after > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  return [{ id: 'T2', claim: 'mistrust opens the red line', measure: 'tests a match with trust of the powers 20 lower, against without', target: '>= 1.5 x', measured: `${number(ratio)} x (${number(before)} to ${number(after)})`, pass: ratio >= 1.5, figures: { before: rounded(before, 4), after: rounded(after, 4) } }];
}

/**
 * T3: mean tests of a match at mixed tables of the same seeds in three arms: every enforcer declares 2 each round; US, JP, RK declare 4 and CN, RU 1;
 * every enforcer declares 2 and CN lets everything through in secret each round. The enforcing regional seat declares too, since its
 * enforcement is part of the pressure (RL-3).
 */
export async function t3(lab: Experiments): Promise<Line[]> {
  const claim = 'moderate unity beats divided toughness';
  const united = ['US', 'CN', 'RU', 'JP', 'RK'].map((seat) => `redLine.${seat}=2`);
  const divided = ['US', 'JP', 'RK'].map((seat) => `redLine.${seat}=4`).concat(['CN', 'RU'].map((seat) => `redLine.${seat}=1`));
  const one = tests((await lab.play({ ...MIXED, fix: united })).rows);
  const two = tests((await lab.play({ ...MIXED, fix: divided })).rows);
  const leaky = tests((await lab.play({ ...MIXED, fix: [...united, 'leak.CN=hidden'] })).rows);
  const back = two > one ? (leaky - one) / (two - one) : Number.NaN;
  return [
    { id: 'T3a', claim, measure: 'tests a match: all at red line 2 / US, JP, RK at 4 with CN, RU at 1', target: 'fewer when united', measured: `${number(one)} / ${number(two)}`, pass: one < two, figures: { united: rounded(one, 4), divided: rounded(two, 4) } },
    { id: 'T3b', claim, measure: 'share of that difference one hidden Chinese leak brings back', target: '>= 50 %', measured: `${percent(back, 0)} (${number(leaky)} tests)`, pass: back >= 0.5, figures: { leaking: rounded(leaky, 4), broughtBack: rounded(back, 4) } },
  ];
}

/**
 * T4, at level full (M11): a wedge play is two exclusive offers of one sender in one round, whatever came of them; its gain is the N it brought or
 * cost the sender. a) Over mixed matches with a play: rho of the match's mean divergence with the mean gain of its plays. b) Mean gain of all plays of
 * a match at tables whose powers are `concert` bots, which compare notes, with `opportunist` bots, which play wedges, in the two small seats; about zero
 * is within one point. Beside it the same small seats among `opportunist` powers, which hardly compare notes.
 */
const NOTING: Arm = { bots: 'concert,DK=opportunist,RK=opportunist', level: 'full' };
const CARELESS: Arm = { bots: 'opportunist', level: 'full' };
export async function t4(lab: Experiments): Promise<Line[]> {
  const claim = 'small states profit from division';
  const rows = (await lab.play({ ...MIXED, level: 'full', matches: lab.usageMatches })).rows.slice(0, lab.matches);
  const played = rows.filter((row) => row.wedgePlays.length > 0);
  const gains = played.map((row) => row.wedgeGain / row.wedgePlays.length);
  const rho = spearman(played.map((row) => row.meanD), gains);
  const perMatch = spearman(rows.map((row) => row.meanD), rows.map((row) => row.wedgeGain));
  const gain = (of: readonly Row[]): number => mean(of.map((row) => row.wedgeGain));
  const noting = (await lab.play(NOTING)).rows;
  const known = gain(noting);
  const careless = gain((await lab.play(CARELESS)).rows);
  const noted = rows.filter((row) => row.notes > 0);
  return [
    { id: 'T4a', claim, measure: 'rank correlation of mean divergence with the mean gain of wedge plays, mixed matches with a play', target: '>= 0.4', measured: `${number(rho)} (${played.length} matches; total gain over all matches ${number(perMatch)})`, pass: rho >= 0.4, figures: { rho: rounded(rho, 4), rhoOfTotalGain: rounded(perMatch, 4), matches: played.length, meanGain: rounded(mean(gains), 4) } },
    { id: 'T4b', claim, measure: 'mean gain of wedge plays a match where powers compare notes', target: 'within 1 N of 0', measured: `${number(known)} N (${number(careless)} N where they do not)`, pass: Math.abs(known) <= 1, figures: { noting: rounded(known, 4), careless: rounded(careless, 4), notesAMatch: rounded(mean(noting.map((row) => row.notes)), 4), mixedMatchesWithNotes: noted.length, gainInThose: rounded(gain(noted), 4) } },
  ];
}

/** T5: crises of mixed tables by the blocs at the moment of choice; how often a patron of each side backed. */
export async function t5(lab: Experiments): Promise<Line[]> {
  const sides = (await lab.play(MIXED)).rows.flatMap((row) => row.sides);
  const hard = sides.filter((side) => side.bloc >= 60);
  const soft = sides.filter((side) => side.bloc < 40);
  const [high, low] = [shareOf(hard, (side) => side.bothBacked), shareOf(soft, (side) => side.bothBacked)];
  const told = (share: number, of: readonly unknown[]): string => { const [from, to] = shareInterval(Math.round((share || 0) * of.length), of.length); return `${percent(share)} of ${of.length} (${percent(from, 0)} to ${percent(to, 0)})`; };
  return [{ id: 'T5', claim: 'blocs make side-taking automatic', measure: 'both patrons back at blocs >= 60, against blocs < 40', target: '>= 3 x', measured: `${number(high / low, 1)} x: ${told(high, hard)} against ${told(low, soft)}`, pass: high >= 3 * low && high > 0, figures: { high: rounded(high, 4), highCases: hard.length, low: rounded(low, 4), lowCases: soft.length } }];
}
