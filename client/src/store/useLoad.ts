/** Asks the server for something and keeps asking when told; the answer is a value, a refusal, or not there yet. */
import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../net/answer.ts';

export interface Loaded<T> { readonly answer: Answer<T> | null; readonly again: () => void }

/** `ask` must keep its identity; `every` repeats the question in milliseconds while the page is seen. */
export function useLoad<T>(ask: () => Promise<Answer<T>>, every?: number): Loaded<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    const load = (): void => { void ask().then((next) => { if (!gone) setAnswer(next); }); };
    load();
    const timer = every ? setInterval(() => { if (!document.hidden) load(); }, every) : undefined;
    return () => { gone = true; clearInterval(timer); };
  }, [ask, every, turn]);
  return { answer, again: useCallback(() => { setAnswer(null); setTurn((n) => n + 1); }, []) };
}
