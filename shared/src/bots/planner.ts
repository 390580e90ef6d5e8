/** The planning policy: thinks once about everything a phase asks, says it in few acts, and rests until something new waits for it. */
import type { SeatCommand } from '../model/commands.ts';
import { announce, bids, buds, cards, demarche, grievances, inquire, readings, rules } from './craft.ts';
import { answerActs, pickSide, preStep, stand } from './crisis.ts';
import { choose } from './deeds.ts';
import { declare } from './redLine.ts';
import { answerTexts, learn, meet, table } from './talk.ts';
import type { Mind } from './types.ts';
import { compareNotes } from './wedge.ts';

/** The first of what there is to say now; the rest waits in the plan. */
export function plan(mind: Mind): SeatCommand | null {
  const acts = thoughts(mind);
  mind.memory.idle = true;
  const [first, ...rest] = acts;
  mind.memory.plan.push(...rest);
  return first ?? null;
}

function thoughts(mind: Mind): SeatCommand[] {
  const acts: SeatCommand[] = [];
  const phase = mind.hosted?.phase ?? mind.view.table.phase;
  const done = !mind.hosted && mind.view.table.ready.includes(mind.seat);
  const beyond = mind.hosted ? mind.hosted.beyond : mind.view.table.level !== 'core' || mind.scenario.pinned.length > 0;
  switch (phase) {
    case 'dawn': case 'reveal':
      break;
    case 'brief':
      inquire(mind, acts);
      break;
    case 'declaration':
      add(acts, declare(mind));
      if (beyond) { bids(mind, acts); readings(mind, acts); rules(mind, acts); }
      break;
    case 'bilateral':
      learn(mind);
      answerTexts(mind, acts);
      if (beyond) cards(mind, acts);
      if (!done) {
        add(acts, meet(mind));
        add(acts, table(mind));
        if (beyond) { inquire(mind, acts); buds(mind, acts); grievances(mind, acts); }
      }
      break;
    case 'plenary':
      learn(mind);
      answerTexts(mind, acts);
      if (beyond) { demarche(mind, acts); compareNotes(mind, acts); }
      if (!done) {
        add(acts, table(mind));
        add(acts, preStep(mind));
        if (beyond) { buds(mind, acts); announce(mind, acts); grievances(mind, acts); }
      }
      break;
    case 'secret':
      add(acts, choose(mind));
      break;
    case 'crisis':
      answerActs(mind, acts);
      add(acts, pickSide(mind));
      break;
    case 'hotline':
      add(acts, stand(mind));
      break;
    default:
      phase satisfies never;
  }
  return acts;
}

function add(acts: SeatCommand[], act: SeatCommand | null): void {
  if (act) acts.push(act);
}
