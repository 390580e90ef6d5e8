/** What is kept of one simulated match: a row of contracts (`simulate --json`, `series`) and what the thesis asks of it. */
import type { Tier } from '@concert/shared/model/ids';

/** One crisis: how far the blocs had hardened when the patrons had to choose, and whether both sides were backed. */
export interface SideTaking { readonly round: number; readonly bloc: number; readonly bothBacked: boolean }
/** M11: two private offers that exclude each other; what they brought their sender in N, and how far the powers stood apart. */
export interface WedgePlay { readonly round: number; readonly sender: string; readonly divergence: number; readonly state: 'sprung' | 'void' | 'lapsed'; readonly gain: number }
/** M19: how a threat in the bud ended; `ap` was paid for it, `loss` is what its bloom cost, both in AP (budLosses.ts). */
export interface BudEnd { readonly event: string; readonly stage: number; readonly end: 'paid' | 'remedied' | 'bloomed' | 'withered'; readonly ap: number; readonly loss: number }
/** T8: a plenary text with a clause that fixes the powers' red line; `assured` when it gives the proliferator an assurance as well. */
export interface RedLineText {
  readonly round: number; readonly chairDraft: boolean; readonly assured: boolean; readonly adopted: boolean;
  /** What the proliferator answered; null where it was no party. */
  readonly proliferator: 'signed' | 'refused' | 'silent' | null;
}

export interface Row {
  readonly seed: number; readonly outcome: Tier; readonly rounds: number;
  readonly meanCON: number; readonly endCON: number; readonly minCON: number; readonly endPRO: number; readonly maxW: number;
  readonly tests: number; readonly provocations: number; readonly bothBacked: number; readonly breaches: number;
  /** Tranches truly performed. */
  readonly kept: number;
  /** Wedge plays in which both powers signed. */
  readonly wedges: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly tempers: Readonly<Record<string, string>>;
  readonly beatPar: readonly string[];
  readonly mandatesMet: readonly string[];
  readonly meanBLOC: number; readonly meanTEN: number; readonly meanD: number; readonly endINST: number; readonly endVAL: number;
  /** Round of the first test, null without one. */
  readonly firstTest: number | null;
  readonly adopted: number;
  /** Folds at which the talks were suspended. */
  readonly suspended: number;
  readonly wedgeGain: number;
  readonly wedgePlays: readonly WedgePlay[];
  /** Times two powers compared notes (M11). */
  readonly notes: number;
  readonly sides: readonly SideTaking[];
  readonly buds: readonly BudEnd[];
  readonly redLineTexts: readonly RedLineText[];
  /** Consensus and war index after each fold. */
  readonly con: readonly number[];
  readonly war: readonly number[];
}

/** In how many matches something was used at least once; `clauses` counts promises made, `performed` those begun. */
export interface Usage {
  readonly clauses: Readonly<Record<string, number>>;
  readonly performed: Readonly<Record<string, number>>;
  readonly actions: Readonly<Record<string, number>>;
  readonly events: Readonly<Record<string, number>>;
  /** Acts of bots that the rules refused, by type of act and code of refusal. */
  readonly refused: Readonly<Record<string, number>>;
}
