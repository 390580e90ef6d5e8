/** The scenario as players may see it: what each clause is worth to whom, and who holds which mandate, travels in the view, not here (rules VI). */
import type { ActionSpec, ClauseSpec, Scenario, SeatSpec } from './schema.ts';

export type PublicScenario = Omit<Scenario, 'seats' | 'clauses' | 'actions' | 'packages'> & {
  readonly seats: readonly Omit<SeatSpec, 'k' | 'minNet' | 'mandates'>[];
  readonly clauses: readonly Omit<ClauseSpec, 'values' | 'cost'>[];
  readonly actions: readonly ActionSpec[];
  readonly packages: readonly { readonly id: string; readonly clauses: readonly string[] }[];
};

export function publicScenario(scenario: Scenario): PublicScenario {
  const { seats, clauses, packages, ...rest } = scenario;
  return {
    ...rest,
    seats: seats.map(({ k: _k, minNet: _m, mandates: _s, ...seat }) => seat),
    clauses: clauses.map(({ values: _v, cost: _c, ...clause }) => clause),
    packages: packages.map(({ net: _n, ...rest }) => rest),
  };
}
