/** T6-T8: dangers removed in the bud, the durability of values, assurance and pressure. */
import { mean, rounded } from '../simulation/statistics.ts';
import type { Row } from '../simulation/row.ts';
import { CONCERT, MIXED } from './concertAndWar.ts';
import type { Experiments } from './lab.ts';
import { number, percent, shareOf, type Line } from './line.ts';

/**
 * T6: cost and loss in AP (simulation/budLosses.ts says what a point of tension, trust or support is worth in AP). Cost: what was paid for threats
 * removed at stage 1 by their price (not those a standing clause removed); loss: what those cost that bloomed. Mixed tables.
 */
export async function t6(lab: Experiments): Promise<Line[]> {
  const buds = (await lab.play(MIXED)).rows.flatMap((row) => row.buds);
  const paid = buds.filter((bud) => bud.end === 'paid');
  const early = paid.filter((bud) => bud.stage === 1);
  const bloomed = buds.filter((bud) => bud.end === 'bloomed');
  const cost = early.length > 0 ? mean(early.map((bud) => bud.ap)) : Number.NaN;
  const loss = bloomed.length > 0 ? mean(bloomed.map((bud) => bud.loss)) : Number.NaN;
  const at = (stage: number): number => paid.filter((bud) => bud.stage === stage).length;
  return [{
    id: 'T6', claim: 'in the bud is cheaper', measure: 'mean cost of a threat removed at stage 1 / mean loss by one that bloomed, in AP', target: '<= 1/3',
    measured: `${number(cost / loss)} (${number(cost)} of ${early.length} / ${number(loss)} of ${bloomed.length}; removed at stage 2 ${at(2)}, 3 ${at(3)})`, pass: cost <= loss / 3,
    figures: { cost: rounded(cost, 4), loss: rounded(loss, 4), removed: [at(1), at(2), at(3)], bloomed: bloomed.length, withered: buds.filter((bud) => bud.end === 'withered').length, remedied: buds.filter((bud) => bud.end === 'remedied').length },
  }];
}

/** T7: how far consensus may stay below its old level and still count as recovered. */
const WITHIN = 10;
export const SHOCK_ROUND = 4;
/** Trust and values trade at 5 to 2 in the target of consensus (theory 4), so both arms start with the same target: one stands on values, the other on trust. */
export const ARMS = { values: ['indicators.VAL+=40', 'trust.powers-=16'], trust: ['indicators.VAL-=40', 'trust.powers+=16'] } as const;

/** The shock, as an event of the scenario: all powers fall out with each other, the mood turns, tension rises as by a test. */
export function shockOf(powers: readonly string[]): string {
  const pairs = powers.flatMap((a, i) => powers.slice(i + 1).map((b) => ({ do: 'trust', a, b, value: -15 })));
  return `events+=${JSON.stringify({ id: 'shock', kind: 'happening', rounds: [SHOCK_ROUND], effects: [{ do: 'indicator', key: 'TEN', value: 14 }, { do: 'indicator', key: 'CM', value: -12 }, ...pairs] })}`;
}

/** Folds until consensus is within WITHIN of the last fold before the shock: 0 where it never fell further, one more than were left where it did not come back; null where the match ended before. */
export function recovery(con: readonly number[], shock = SHOCK_ROUND): number | null {
  const before = con[shock - 2];
  const after = con.slice(shock - 1);
  if (before === undefined || after.length === 0) return null;
  const back = after.findIndex((value) => value >= before - WITHIN);
  return back < 0 ? after.length + 1 : back;
}

/**
 * T7: two arms of mixed tables of the same seeds with the same consensus and the same target of it at the start, one carried by values (VAL 40 higher,
 * trust of all power pairs 16 lower), one by trust (the reverse). In round 4 the same shock hits both. Compared is the mean number of folds to recovery.
 */
export async function t7(lab: Experiments): Promise<Line[]> {
  const shock = shockOf(lab.scenario.seats.filter((seat) => seat.kind === 'power').map((seat) => seat.id));
  const recoveries = (rows: readonly Row[]): number[] => rows.flatMap((row) => recovery(row.con) ?? []);
  const values = recoveries((await lab.play({ ...MIXED, set: [...ARMS.values, shock] })).rows);
  const trust = recoveries((await lab.play({ ...MIXED, set: [...ARMS.trust, shock] })).rows);
  const [a, b] = [values.length > 0 ? mean(values) : Number.NaN, trust.length > 0 ? mean(trust) : Number.NaN];
  return [{ id: 'T7', claim: 'values last', measure: 'rounds until consensus is back within 10 points after the same shock: carried by values / by trust', target: 'fewer by values', measured: `${number(a)} / ${number(b)}`, pass: a < b, figures: { values: rounded(a, 4), trust: rounded(b, 4), valuesMatches: values.length, trustMatches: trust.length } }];
}

const DRAFT_ROUND = 2;
/**
 * T8: tables of `concert` bots. a) The chair puts the known package of a common red line without an assurance (`concert-bare`) in round 2; counted is
 * whether the proliferator signs that draft. b) Matches played freely in which a text with a red line and an assurance to the proliferator is adopted in any
 * round. Beside it: the answer to the known package with assurance (`concert-assured`), put whole in round 2.
 */
export async function t8(lab: Experiments): Promise<Line[]> {
  const claim = 'assurance and pressure need each other';
  const put = async (name: string): Promise<readonly Row[]> => (await lab.play({ ...CONCERT, fix: [`draft=${name}@${DRAFT_ROUND}`] })).rows;
  const drafts = (rows: readonly Row[], assured: boolean) => rows.flatMap((row) => row.redLineTexts.find((text) => text.chairDraft && text.round === DRAFT_ROUND && text.assured === assured) ?? []);
  const bare = drafts(await put('concert-bare'), false).filter((text) => text.proliferator !== null);
  const refusal = shareOf(bare, (text) => text.proliferator !== 'signed');
  const taken = shareOf((await lab.play(CONCERT)).rows, (row) => row.redLineTexts.some((text) => text.assured && text.adopted));
  const whole = drafts(await put('concert-assured'), true);
  const signed = shareOf(whole, (text) => text.proliferator === 'signed');
  const adopted = shareOf(whole, (text) => text.adopted);
  return [
    { id: 'T8a', claim, measure: 'the proliferator does not sign a red line without assurance', target: '>= 95 %', measured: `${percent(refusal)} of ${bare.length}`, pass: refusal >= 0.95, figures: { put: bare.length, notSigned: rounded(refusal, 4) } },
    { id: 'T8b', claim, measure: 'tables of concert bots that adopt a red line with assurance', target: '>= 60 %', measured: `${percent(taken)} (the known package put whole in round ${DRAFT_ROUND}: adopted ${percent(adopted, 0)}, signed by the proliferator ${percent(signed, 0)})`, pass: taken >= 0.6, figures: { adopted: rounded(taken, 4), wholeAdopted: rounded(adopted, 4), wholeSigned: rounded(signed, 4) } },
  ];
}
