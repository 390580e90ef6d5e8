/** The keys of the player, wherever the hand is, unless a field, a list or the map has them. */
import { useEffect } from 'react';
import { stretch } from './pace.ts';
import { lastShown, pause, play, replayStore, seek } from './replayStore.ts';

const TYPING = 'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';
/** Widgets with arrows of their own. */
const ARROWED = '[role=tab], [role=radiogroup], [role=listbox], [role=menu], [role=grid], [role=slider]';

/** What a key does; false where it is none of ours. */
export function pressed({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  const state = replayStore.getState();
  const { reel, step, playing } = state;
  if (!reel) return false;
  switch (key) {
    case 'Home': seek(0); return true;
    case 'End': seek(lastShown(state)); return true;
    case 'ArrowLeft': seek(shiftKey ? stretch(reel.steps, step, -1, 'phase') : step - 1); return true;
    case 'ArrowRight': seek(shiftKey ? stretch(reel.steps, step, 1, 'phase') : step + 1); return true;
    case '[': case '{': case '【': seek(stretch(reel.steps, step, -1, 'round')); return true;
    case ']': case '}': case '】': seek(stretch(reel.steps, step, 1, 'round')); return true;
    case ' ': if (playing) pause(); else play(); return true;
    default: return false;
  }
}

/** Listens on the whole page; `onHelp` opens the list of keys. */
export function useKeys(onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest(TYPING) || at?.closest('[role=dialog]')) return;
      if (at?.closest(ARROWED) && (event.key.startsWith('Arrow') || !at.closest('[role=radiogroup]')) && /^(Arrow|Home|End)/.test(event.key)) return;
      if (event.key === ' ' && at?.closest('button, a, summary, [role=button], [role=radio], label')) return;
      if (event.key === '?') onHelp();
      else if (!pressed(event)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onHelp]);
}
