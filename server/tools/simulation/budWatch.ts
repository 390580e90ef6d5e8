/** Follows the threats in the bud of a match: at which stage each ended, what was paid for it, and what its bloom cost (M19, T6). */
import type { MatchEvent } from '@concert/shared/model/events';
import type { Bud } from '@concert/shared/model/statecraft';
import type { MatchState, Term } from '@concert/shared/model/state';
import type { EventSpec, Scenario } from '@concert/shared/scenario/schema';
import { actionLoss, effectLoss, eventLoss, invitedActs, PER_UNIT, specOf } from './budLosses.ts';
import type { BudEnd } from './row.ts';

interface Bloom { readonly event: string; readonly spec: EventSpec; readonly round: number; loss: number }
export interface BudWatch {
  see(event: MatchEvent, state: MatchState): void;
  ends(): BudEnd[];
}

const ofSides = (terms: readonly Term[] | undefined): number => (terms ?? []).reduce((all, term) => all + (term.code.startsWith('side.') ? term.value : 0), 0);

export function budWatch(scenario: Scenario): BudWatch {
  const pledges = new Map<string, Bud['pledges']>();
  const ended: Omit<BudEnd, 'loss'>[] = [];
  const blooms = new Map<string, Bloom>();
  const remedied = new Set<string>();
  /** A bloomed bud whose crisis is being decided. */
  let crisis: Bloom | null = null;

  const see = (event: MatchEvent, state: MatchState): void => {
    switch (event.type) {
      case 'budMoved': return move(event.bud, state);
      case 'newsPosted':
        if (event.item.code === 'fold.bud.remedied') remedied.add(String(event.item.params['event']));
        return;
      case 'effectBegan': {
        // Answers of seats may add to the bloom (a split vote); the event's own effects are priced with it.
        const bloom = blooms.get(event.effect.event);
        if (bloom && bloom.spec.kind === 'happening' && !bloom.spec.effects.includes(event.effect.effect)) bloom.loss += effectLoss(event.effect.effect);
        return;
      }
      case 'crisisOpened': crisis = blooms.get(event.crisis.action) ?? null; return;
      case 'indicatorsMoved':
        if (crisis) crisis.loss += ofSides(event.terms.TEN) * PER_UNIT.ten + ofSides(event.terms.BLOC) * PER_UNIT.bloc;
        return;
      case 'trustMoved':
        if (crisis) for (const term of event.terms) if (term.code === 'side' || term.code === 'restrained') crisis.loss -= term.value * PER_UNIT.trust;
        return;
      case 'roundClosed': crisis = null; return;
      case 'actsRevealed':
        for (const bloom of blooms.values()) for (const taken of event.acts.actions) bloom.loss += invitedLoss(bloom, taken.seat, taken.action, state.round);
        return;
      default:
    }
  };

  const invitedLoss = (bloom: Bloom, seat: string, action: string, round: number): number => {
    const invited = invitedActs(bloom.spec).some((each) => each.seat === seat && each.actions.includes(action) && round < bloom.round + each.rounds);
    const spec = invited ? specOf(scenario, action) : undefined;
    return spec ? actionLoss(spec) : 0;
  };

  const move = (bud: Bud, state: MatchState): void => {
    const before = pledges.get(bud.event) ?? {};
    pledges.set(bud.event, bud.pledges);
    if (bud.state === 'growing') return;
    const paid = Object.values(before).reduce((all, ap) => all + ap, 0);
    ended.push({ event: bud.event, stage: bud.stage, end: bud.state === 'defused' ? 'paid' : bud.state, ap: bud.state === 'defused' ? paid : 0 });
    const spec = scenario.events.find((each) => each.id === bud.event);
    if (bud.state === 'bloomed' && spec) blooms.set(bud.event, { event: bud.event, spec, round: state.round, loss: eventLoss(spec) });
  };

  // The rules tell by their news whether a bud went by its price or by a remedy that stood anyway.
  const ends = (): BudEnd[] => ended.map((end) => (end.end === 'paid' && remedied.has(end.event)
    ? { ...end, end: 'remedied', ap: 0, loss: 0 }
    : { ...end, loss: Math.round((blooms.get(end.event)?.loss ?? 0) * 100) / 100 }));
  return { see, ends };
}
