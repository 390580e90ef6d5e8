/** The keys of two players at once: the same as of one, by phase and by round. */
import { useEffect } from 'react';
import { replayStore } from '../replayStore.ts';
import { compareStore, goTo, lastStop, pausePair, playPair } from './compareStore.ts';
import { roundFrom } from './pair.ts';

const TYPING = 'input:not([type=range]), textarea, select, [contenteditable=true]';
const ARROWED = '[role=tab], [role=radiogroup], [role=listbox], [role=menu], [role=grid], [role=application]';

/** False where a key is none of ours. */
export function pressedBoth({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  const state = compareStore.getState();
  const { at, stops, playing } = state;
  if (stops.length === 0) return false;
  switch (key) {
    case 'Home': goTo(0); return true;
    case 'End': goTo(lastStop(state, replayStore.getState().asWeGo)); return true;
    case 'ArrowLeft': goTo(shiftKey ? roundFrom(stops, at, -1) : at - 1); return true;
    case 'ArrowRight': goTo(shiftKey ? roundFrom(stops, at, 1) : at + 1); return true;
    case '[': case '{': case '【': goTo(roundFrom(stops, at, -1)); return true;
    case ']': case '}': case '】': goTo(roundFrom(stops, at, 1)); return true;
    case ' ': if (playing) pausePair(); else playPair(); return true;
    default: return false;
  }
}

export function useCompareKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const on = event.target instanceof Element ? event.target : null;
      if (on?.closest(TYPING) || on?.closest('[role=dialog]') || (/^(Arrow|Home|End)/.test(event.key) && on?.closest(ARROWED))) return;
      if (event.key === ' ' && on?.closest('button, a, summary, [role=button], [role=radio], label')) return;
      if (pressedBoth(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
