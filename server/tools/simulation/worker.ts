/** A worker of the simulation: keeps the plan it was given and plays the seeds it is asked for. */
import { parentPort } from 'node:worker_threads';
import { loadPositions } from '../../src/positions.ts';
import { play, type Plan } from './play.ts';

export type ToWorker = { readonly type: 'plan'; readonly id: number; readonly plan: Plan } | { readonly type: 'play'; readonly chunk: number; readonly from: number; readonly matches: number };

loadPositions();
let plan: Plan | null = null;
parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'plan') plan = message.plan;
  else if (plan) parentPort?.postMessage({ chunk: message.chunk, batch: play(plan, message.from, message.matches) });
});
