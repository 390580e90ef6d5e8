/** Posts one line of news; the code `<namespace>.<key>` is a locale key, so every reader sees it in the own language. */
import type { SeatId } from '../model/ids.ts';
import type { NewsItem } from '../model/state.ts';
import type { Recorder } from './recorder.ts';

export function post(r: Recorder, code: string, params: NewsItem['params'] = {}, to: 'all' | readonly SeatId[] = 'all', place?: string): void {
  const { nextId, round, phase } = r.state;
  r.emit({ type: 'newsPosted', item: place ? { id: nextId, round, phase, code, params, to, place } : { id: nextId, round, phase, code, params, to } });
}
