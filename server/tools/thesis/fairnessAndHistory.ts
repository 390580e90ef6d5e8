/** T9-T11: no seat decided before the start, nothing in the rule book unused; history; an outside scale. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPERS } from '@concert/shared/bots/index';
import { mean, median, rounded, spearman } from '../simulation/statistics.ts';
import { outcomesOf, seatsOf, TIERS } from '../simulation/summary.ts';
import { MIXED } from './concertAndWar.ts';
import type { Arm, Experiments } from './lab.ts';
import { number, percent, shareOf, type Line } from './line.ts';

export const HISTORIC: Arm = { bots: 'historic' };
/** The policy that looks ahead, and the part of the matches it plays. */
const AHEAD = 'search';
const AHEAD_PART = 40;

/**
 * T9: a) share of matches in which each seat beats its par, six `historic` bots; b) the highest share any single policy reaches in any one seat with
 * `historic` bots in the five others. `search` is no policy but whichever of them pays best, tried out beforehand: it is made to beat the par, so it stands
 * beside the line, not in it, with a fortieth of the matches since each takes a hundred times as long; c) tiers among the mixed matches at level full; d) clauses promised and actions taken at least once among them.
 */
export async function t9(lab: Experiments): Promise<Line[]> {
  const claim = 'no seat is decided before the start';
  const seats = seatsOf(lab.scenario, (await lab.play(HISTORIC)).rows);
  const fair = Object.values(seats).every(({ beatPar }) => beatPar >= 0.4 && beatPar <= 0.6);
  const single: { seat: string; policy: string; share: number }[] = [];
  const ahead: typeof single = [];
  for (const { id } of lab.scenario.seats) {
    for (const policy of TEMPERS.filter((temper) => temper !== 'historic')) {
      const { rows } = await lab.play({ bots: `historic,${id}=${policy}`, ...(policy === AHEAD ? { matches: Math.ceil(lab.matches / AHEAD_PART) } : {}) });
      (policy === AHEAD ? ahead : single).push({ seat: id, policy, share: shareOf(rows, (row) => row.beatPar.includes(id)) });
    }
  }
  single.sort((a, b) => b.share - a.share);
  const over = single.filter(({ share }) => share > 0.8);
  const best = single[0];
  const { rows, usage } = await lab.play({ ...MIXED, level: 'full', matches: lab.usageMatches });
  const tiers = outcomesOf(rows);
  const missing = TIERS.filter((tier) => tiers[tier] === 0);
  const clauses = lab.scenario.clauses.map((clause) => clause.id).filter((id) => usage.clauses[id] === undefined);
  const actions = lab.scenario.actions.map((action) => action.id).filter((id) => usage.actions[id] === undefined);
  const events = lab.scenario.events.filter((event) => event.kind !== 'powerShift').map((event) => event.id).filter((id) => usage.events[id] === undefined);
  return [
    { id: 'T9a', claim, measure: 'each seat beats its par at tables of historic bots', target: '40-60 % each', measured: Object.entries(seats).map(([seat, { beatPar }]) => `${seat} ${percent(beatPar, 0)}`).join(', '), pass: fair, figures: Object.fromEntries(Object.entries(seats).map(([seat, { beatPar }]) => [seat, beatPar])) },
    { id: 'T9b', claim, measure: 'most any one policy in one seat beats par against historic bots, look-ahead apart', target: '<= 80 %', measured: best ? `${percent(best.share)} (${best.policy} in ${best.seat}; ${over.length} of ${single.length} above; beside it, ${AHEAD}: ${ahead.map(({ seat, share }) => `${seat} ${percent(share, 0)}`).join(', ')})` : 'no case', pass: best !== undefined && over.length === 0, figures: Object.fromEntries([...single, ...ahead].map(({ seat, policy, share }) => [`${seat}=${policy}`, rounded(share, 4)])) },
    { id: 'T9c', claim, measure: `every ending tier occurs in ${rows.length} mixed matches at level full`, target: 'all six', measured: TIERS.map((tier) => `${tier} ${percent(tiers[tier] / rows.length)}`).join(', '), pass: missing.length === 0, figures: { ...tiers } },
    { id: 'T9d', claim, measure: `clauses and actions never used in ${rows.length} mixed matches at level full`, target: 'none', measured: clauses.length + actions.length === 0 ? `none (events never seen: ${events.join(' ') || 'none'})` : `${[...clauses, ...actions].join(' ')} (events never seen: ${events.join(' ') || 'none'})`, pass: clauses.length + actions.length === 0, figures: { clauses, actions, events } },
  ];
}

/** T10: tables of six `historic` bots: the commonest tier, and the median round of the first test, where a match without a test counts as never. */
export async function t10(lab: Experiments): Promise<Line[]> {
  const claim = 'against history';
  const { rows } = await lab.play(HISTORIC);
  const tiers = outcomesOf(rows);
  const commonest = [...TIERS].sort((a, b) => tiers[b] - tiers[a])[0] ?? 'war';
  const middle = median(rows.map((row) => row.firstTest ?? Number.POSITIVE_INFINITY));
  const rounds = Array.from({ length: lab.scenario.rounds }, (_, i) => rows.filter((row) => row.firstTest === i + 1).length);
  const never = rows.filter((row) => row.firstTest === null).length;
  return [
    { id: 'T10a', claim, measure: 'commonest ending of historic tables', target: 'stalemate', measured: TIERS.map((tier) => `${tier} ${percent(tiers[tier] / rows.length, 0)}`).join(', '), pass: commonest === 'stalemate', figures: { ...tiers } },
    { id: 'T10b', claim, measure: 'median round of the first test at historic tables (without one: never)', target: '3 to 5', measured: `${Number.isFinite(middle) ? number(middle, 1) : 'never'} (by round ${rounds.join(' ')}, never ${never})`, pass: middle >= 3 && middle <= 5, figures: { median: Number.isFinite(middle) ? middle : null, rounds, never, meanTests: rounded(mean(rows.map((row) => row.tests)), 4) } },
  ];
}

interface Codebook { readonly actions: Readonly<Record<string, { readonly code: string; readonly value: number }>> }
const CODEBOOK = path.resolve(import.meta.dirname, '../../../assets/codebooks/cameo.json');
export const codebook = (): Codebook => JSON.parse(readFileSync(CODEBOOK, 'utf8')) as Codebook;

/** T11: rho of what each action does to tension with the Goldstein value of the CAMEO code that matches it (assets/codebooks/cameo.json). No match is played. */
export async function t11(lab: Experiments): Promise<Line[]> {
  const { actions } = codebook();
  const pairs = lab.scenario.actions.flatMap((action) => { const code = actions[action.id]; return code ? [{ id: action.id, ten: action.ten, value: code.value }] : []; });
  const rho = spearman(pairs.map((pair) => pair.ten), pairs.map((pair) => pair.value));
  return [{ id: 'T11', claim: 'against an outside scale', measure: 'rank correlation of the tension effect of our actions with Goldstein values of their CAMEO codes', target: '<= -0.7', measured: `${number(rho)} (${pairs.length} actions)`, pass: rho <= -0.7, figures: { rho: rounded(rho, 4), actions: pairs.length } }];
}
