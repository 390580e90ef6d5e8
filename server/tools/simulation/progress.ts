/** A progress bar on standard error, only where somebody watches a terminal. */
import process from 'node:process';

const WIDTH = 30;

export interface Progress { readonly tick: (done: number) => void; readonly end: () => void }

/** Bar for so many matches; silent where standard error is no terminal. */
export function progress(total: number, label: string, stream: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr): Progress {
  if (stream.isTTY !== true) return { tick: () => undefined, end: () => undefined };
  const began = performance.now();
  return {
    tick: (done) => {
      const filled = Math.round((WIDTH * done) / total);
      const rate = done / ((performance.now() - began) / 1000);
      const left = Math.ceil((total - done) / Math.max(rate, 0.01));
      stream.write(`\r\u001b[K${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}  ${rate.toFixed(0)}/s  ${left} s left`);
    },
    end: () => stream.write('\r\u001b[K'),
  };
}
