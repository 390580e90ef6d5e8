/** What goes on around classes while the server runs: activity is counted, prepared injects come when their moment does, overdue classes go. */
import type { Logger } from 'pino';
import type { MatchState } from '@concert/shared';
import type { InjectWhen } from '@concert/shared/protocol/seminar';
import type { Timers } from '../match/deadlines.ts';
import type { MatchHall } from '../match/MatchHall.ts';
import { Activity } from './activity.ts';
import type { Classes } from './Classes.ts';
import type { Desk } from './Desk.ts';
import type { ClassStore } from './ClassStore.ts';

const SWEEP_MS = 3_600_000;
export interface KeptClasses { readonly activity: (table: string) => Activity | null; close(): void }

/** Whether an inject's moment has come, looked at as a phase opens. */
export function isDue(when: InjectWhen, { round, phase, indicators }: Pick<MatchState, 'round' | 'phase' | 'indicators'>): boolean {
  if (when.is === 'phase') return round === when.round && phase === when.phase;
  const value = indicators[when.key];
  return (when.atLeast !== undefined || when.atMost !== undefined) && value >= (when.atLeast ?? -Infinity) && value <= (when.atMost ?? Infinity);
}

export function keepClasses({ classes, desk, store, hall, timers, log }: { readonly classes: Classes; readonly desk: Desk; readonly store: ClassStore; readonly hall: MatchHall; readonly timers: Timers; readonly log: Logger }): KeptClasses {
  const counted = new Map<string, Activity>();
  const activity = (table: string): Activity | null => {
    const live = hall.live.get(table);
    if (!live) return null;
    let found = counted.get(table);
    if (!found) counted.set(table, (found = new Activity(live.session.entries())));
    return found;
  };
  const onAct: Parameters<MatchHall['onAct']['add']>[0] = (code, { entry, before, after }) => {
    counted.get(code)?.note(entry);
    if (before.phaseSeq === after.phaseSeq || after.status !== 'running') return;
    const record = store.ofTable(code);
    if (!record || record.prepared.length === 0) return;
    // After the act that opened the phase has been told to everybody.
    setImmediate(() => { desk.fire(record, code, (when) => isDue(when, after)).catch((error: unknown) => log.error({ match: code, err: error }, 'a prepared inject failed')); });
  };
  hall.onAct.add(onAct);
  const sweep = (): void => { for (const code of store.overdue(timers.now())) { const record = store.find(code); if (record) classes.remove(record).catch((error: unknown) => log.error({ class: code, err: error }, 'an overdue class could not be removed')); } };
  sweep();
  let timer = timers.setTimeout(function again() { sweep(); timer = timers.setTimeout(again, SWEEP_MS); timer.unref?.(); }, SWEEP_MS);
  timer.unref?.();
  return { activity, close() { hall.onAct.delete(onAct); timers.clearTimeout(timer); } };
}
