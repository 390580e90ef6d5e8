/** Who sits where: evenly filled tables, seats and offices for those who have none; the order of people decides, or a lot drawn before. */
import type { Scenario, SeatId } from '@concert/shared';
import { OBSERVERS_MOST } from '@concert/shared/protocol/seminar';
import type { PersonRecord } from './ClassStore.ts';

/** DL-1. */
export const MEMBERS_MOST = 8;
export interface Place { readonly table: string; readonly seat: SeatId; readonly office: string | null }

/** People at a seat of a table. */
const at = (people: readonly PersonRecord[], table: string, seat: SeatId): PersonRecord[] => people.filter((person) => person.table === table && person.seat === seat);

/** The office a newcomer takes: the first nobody of the delegation holds, else the last; null without delegations. */
export function officeFor(scenario: Scenario, delegations: boolean, here: readonly PersonRecord[]): string | null {
  const offices = delegations ? (scenario.offices ?? []) : [];
  return (offices.find(({ id }) => !here.some((person) => person.office === id)) ?? offices.at(-1))?.id ?? null;
}

/**
 * The emptiest place: fewest people at the seat, then at the table, in the order of tables and seats; so every seat of every table
 * has one person before any has two. Null when all are full (8 a seat, 1 without delegations).
 */
export function nextPlace(scenario: Scenario, tables: readonly string[], people: readonly PersonRecord[], delegations: boolean, wish: { readonly table?: string | undefined; readonly seat?: SeatId | undefined } = {}): Place | null {
  const most = delegations ? MEMBERS_MOST : 1;
  let best: (Place & { readonly here: number; readonly there: number }) | null = null;
  for (const table of tables) {
    if (wish.table !== undefined && table !== wish.table) continue;
    const there = people.filter((person) => person.table === table && !person.observes).length;
    for (const { id: seat } of scenario.seats) {
      if (wish.seat !== undefined && seat !== wish.seat) continue;
      const sitting = at(people, table, seat);
      if (sitting.length >= most || (best && (sitting.length > best.here || (sitting.length === best.here && there >= best.there)))) continue;
      best = { table, seat, office: officeFor(scenario, delegations, sitting), here: sitting.length, there };
    }
  }
  return best && { table: best.table, seat: best.seat, office: best.office };
}

/** FD-11: the table with the fewest observers, or the one wished for; null where no more may watch. */
export function tableToWatch(tables: readonly string[], people: readonly PersonRecord[], wish?: string): string | null {
  const watching = (table: string): number => people.filter((person) => person.observes && person.table === table).length;
  const open = tables.filter((table) => (wish === undefined || table === wish) && watching(table) < OBSERVERS_MOST);
  return open.reduce<string | null>((best, table) => (best === null || watching(table) < watching(best) ? table : best), null);
}

/** The same people in an order drawn by lot. */
export function shuffled<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
