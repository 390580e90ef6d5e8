/** Spreads matches over worker threads in chunks; results come back in the order of their seeds, whoever was quicker. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { merged, play, type Batch, type Plan } from './play.ts';
import type { ToWorker } from './worker.ts';

/** Small enough to keep all workers busy to the end, large enough that messages cost nothing. */
const CHUNK = 10;

/**
 * A match is forgotten as soon as it is over. Without this V8 learns from what lives as long as a match to put its like among what stays for good,
 * where the dead keep alive what they point to until the next full collection, and every short collection copies it.
 */
setFlagsFromString('--no-allocation-site-pretenuring');

export interface Run { readonly seed: number; readonly matches: number }
export type OnProgress = (done: number) => void;

export class Pool {
  readonly jobs: number;
  readonly #workers: Worker[] = [];

  constructor(jobs: number = availableParallelism()) {
    this.jobs = jobs;
  }

  /** Plays the seeds of a run by a plan. One run at a time. */
  async run(plan: Plan, { seed, matches }: Run, onProgress?: OnProgress): Promise<Batch> {
    const chunks = Array.from({ length: Math.ceil(matches / CHUNK) }, (_, i) => ({ chunk: i, from: seed + i * CHUNK, matches: Math.min(CHUNK, matches - i * CHUNK) }));
    let done = 0;
    const count = (more: number): void => { done += more; onProgress?.(done); };
    if (this.jobs <= 1) {
      const batches: Batch[] = [];
      for (const { from, matches: some } of chunks) {
        batches.push(play(plan, from, some));
        count(some);
        await new Promise((go) => { setImmediate(go); }); // lets an interrupt through
      }
      return merged(batches);
    }
    const batches = new Array<Batch>(chunks.length);
    const queue = [...chunks];
    while (this.#workers.length < Math.min(this.jobs, chunks.length)) this.#workers.push(new Worker(new URL('./worker.ts', import.meta.url)));
    await Promise.all(this.#workers.map((worker, id) => work(worker, id, plan, queue, (chunk, batch) => { batches[chunk] = batch; count(batch.rows.length); })));
    return merged(batches);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }
}

type Chunk = Extract<ToWorker, { type: 'play' }>;
/** Feeds one worker until the queue is empty. */
function work(worker: Worker, id: number, plan: Plan, queue: Omit<Chunk, 'type'>[], onBatch: (chunk: number, batch: Batch) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = (message: ToWorker): void => worker.postMessage(message);
    const next = (): void => {
      const chunk = queue.shift();
      if (chunk) return send({ type: 'play', ...chunk });
      worker.off('message', take).off('error', reject);
      resolve();
    };
    const take = ({ chunk, batch }: { chunk: number; batch: Batch }): void => { onBatch(chunk, batch); next(); };
    worker.on('message', take).on('error', reject);
    send({ type: 'plan', id, plan });
    next();
  });
}
