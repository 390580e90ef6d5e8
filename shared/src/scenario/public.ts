/** The scenario as players may see it: what each clause is worth to whom, and who holds which mandate, travels in the view, not here (rules VI). */
import type { ActionSpec, ClauseSpec, EventSpec, Scenario, SeatSpec } from './schema.ts';

export type PublicScenario = Omit<Scenario, 'seats' | 'clauses' | 'actions' | 'packages' | 'events'> & {
  readonly seats: readonly Omit<SeatSpec, 'k' | 'minNet' | 'mandates'>[];
  readonly clauses: readonly Omit<ClauseSpec, 'values' | 'cost'>[];
  readonly actions: readonly ActionSpec[];
  /** That they exist, not when they come or what brings them (VI: the script is nobody's before the debrief). */
  readonly events: readonly { readonly id: string; readonly kind: EventSpec['kind'] }[];
  readonly packages: readonly { readonly id: string; readonly clauses: readonly string[] }[];
};

export function publicScenario(scenario: Scenario): PublicScenario {
  const { seats, clauses, packages, events, ...rest } = scenario;
  return {
    ...rest,
    seats: seats.map(({ k: _k, minNet: _m, mandates: _s, ...seat }) => seat),
    clauses: clauses.map(({ values: _v, cost: _c, ...clause }) => clause),
    events: events.map(({ id, kind }) => ({ id, kind })),
    packages: packages.map(({ net: _n, ...rest }) => rest),
  };
}
