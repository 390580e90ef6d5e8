/** Measures of the tables, one after another in a worker; each arrives when it is made. */
import { startTransition, useEffect, useState } from 'react';
import type { Measures } from './measures.ts';
import type { Request } from './measures.worker.ts';
import type { ReportTable } from './useTables.ts';

/** What is known of a table: its measures, or that they could not be made. */
export type Made = Readonly<Record<string, Measures | 'failed'>>;

/** Tells what is made, the whole of it last. */
function measure(request: Request, gone: AbortSignal, tell: (made: Measures) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' });
    const stop = (): void => worker.terminate();
    gone.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Measures>) => { tell(data); if (data.open) { stop(); resolve(); } };
    worker.onerror = (event) => { stop(); reject(new Error(event.message)); };
    worker.postMessage(request);
  });
}

export function useMeasures(tables: readonly ReportTable[] | null): Made {
  const [made, setMade] = useState<Made>({});
  useEffect(() => {
    if (!tables) return;
    const gone = new AbortController();
    const tell = (code: string, now: Measures | 'failed'): void => { // Drawn in slices: a hundred figures and twenty charts at once would hold the page.
      if (!gone.signal.aborted) startTransition(() => setMade((before) => ({ ...before, [code]: now })));
    };
    void (async () => {
      for (const { code, reel, surveys } of tables) {
        if (!reel || gone.signal.aborted) continue;
        const { scenario, entries } = reel.opened;
        let told = false;
        await measure({ match: { scenario, entries }, answers: surveys }, gone.signal, (now) => { told = true; tell(code, now); }).catch(() => { if (!told) tell(code, 'failed'); });
      }
    })();
    return () => gone.abort();
  }, [tables]);
  return made;
}
