/** Where the thesis is put to the test: tables of bots with one thing changed, played once each and remembered, so that lines may share them. */
import process from 'node:process';
import type { Level } from '@concert/shared/model/ids';
import type { Scenario } from '@concert/shared/scenario/schema';
import { readTempers } from '../simulation/bots.ts';
import { readFixes } from '../simulation/fixes.ts';
import type { Batch } from '../simulation/play.ts';
import type { Pool } from '../simulation/pool.ts';
import { progress } from '../simulation/progress.ts';
import { withSettings } from '../simulation/settings.ts';
import { ASSURANCE } from '../verbs/simulate.ts';

/** One way of playing: the arguments of `concert simulate`, so that every figure can be made again from the shell. */
export interface Arm { readonly bots: string; readonly level?: Level; readonly set?: readonly string[]; readonly fix?: readonly string[]; readonly matches?: number }

export const DEFAULT_LEVEL: Level = 'standard';
export const SEED = 1;

/** The command that plays an arm. */
export function commandOf(scenario: string, arm: Arm, matches: number): string {
  const quoted = (text: string): string => (/^[\w.,=+*@-]+$/.test(text) ? text : `'${text}'`);
  return ['concert simulate', `--scenario ${scenario}`, `--matches ${arm.matches ?? matches}`, `--seed ${SEED}`, `--level ${arm.level ?? DEFAULT_LEVEL}`, `--bots ${arm.bots}`,
    ...(arm.set ?? []).map((each) => `--set ${quoted(each)}`), ...(arm.fix ?? []).map((each) => `--fix ${quoted(each)}`)].join(' ');
}

/** What a line of the thesis needs. */
export interface Experiments {
  readonly scenario: Scenario;
  /** Matches an arm unless it says otherwise, and of the run that looks for what is never used. */
  readonly matches: number;
  readonly usageMatches: number;
  play(arm: Arm): Promise<Batch>;
}

export class Lab implements Experiments {
  readonly scenario: Scenario;
  readonly matches: number;
  readonly usageMatches: number;
  readonly #pool: Pool;
  readonly #played = new Map<string, Promise<Batch>>();
  readonly #arms: { readonly arm: Arm; readonly matches: number }[] = [];
  #matchesPlayed = 0;
  #seconds = 0;

  constructor(scenario: Scenario, pool: Pool, matches: number, usageMatches: number) {
    this.scenario = scenario;
    this.#pool = pool;
    this.matches = matches;
    this.usageMatches = usageMatches;
  }

  /** Plays an arm, once. */
  play(arm: Arm): Promise<Batch> {
    const key = JSON.stringify([arm.bots, arm.level, arm.set, arm.fix, arm.matches]);
    let played = this.#played.get(key);
    if (!played) this.#played.set(key, (played = this.#run(arm)));
    return played;
  }

  async #run(arm: Arm): Promise<Batch> {
    const { level = DEFAULT_LEVEL, set = [], fix = [], matches = this.matches } = arm;
    const { scenario, rounds } = withSettings(this.scenario, set);
    const told = commandOf(scenario.id, arm, this.matches);
    this.#arms.push({ arm, matches });
    const bar = progress(matches, arm.bots);
    const began = performance.now();
    const batch = await this.#pool.run({ scenario, level, rounds, tempers: readTempers(scenario, arm.bots), ...readFixes(scenario, level, fix), assurance: ASSURANCE }, { seed: SEED, matches }, bar.tick);
    const seconds = (performance.now() - began) / 1000;
    bar.end();
    this.#matchesPlayed += matches;
    this.#seconds += seconds;
    process.stderr.write(`${told.replace('concert simulate ', '').slice(0, 150)}: ${seconds.toFixed(1)} s, ${(matches / seconds).toFixed(0)} matches/s\n`);
    return batch;
  }

  /** What was played so far. */
  get arms(): readonly { readonly arm: Arm; readonly matches: number }[] { return this.#arms; }
  get speed(): { readonly matches: number; readonly seconds: number } { return { matches: this.#matchesPlayed, seconds: this.#seconds }; }
}
