/** Finds the control a step speaks of and rings it: elements carry names in `data-coach`, the first name in sight wins. */
import { useEffect, useState } from 'react';

const MARK = 'data-coached';
/** A new phase first scrolls its panel to the top; the target is brought into view after that. */
const SETTLED_MS = 350;
/** Panels come and go with tabs, drawers and dialogs that the coach knows nothing of: it looks again at this pace. */
const LOOK_EVERY_MS = 250;

const inSight = (element: Element): boolean => element.getClientRects().length > 0 && (typeof element.checkVisibility !== 'function' || element.checkVisibility({ checkVisibilityCSS: true }));
/** The first element in sight with one of these names, in the order of the names. */
export function findTarget(names: readonly string[]): Element | null {
  for (const name of names) {
    const found = [...document.querySelectorAll(`[data-coach~="${CSS.escape(name)}"]`)].find(inSight);
    if (found) return found;
  }
  return null;
}
export const isShown = (name: string): boolean => findTarget([name]) !== null;

/** Counts up while the page may have changed, so that conditions on the screen are read again. */
export function useGlance(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => { const timer = setInterval(() => setTurn((n) => n + 1), LOOK_EVERY_MS); return () => clearInterval(timer); }, []);
  return turn;
}

/** Rings the target while mounted and brings it into view once. Returns whether there is one to go to. */
export function useMark(names: readonly string[], turn: number): boolean {
  const [target, setTarget] = useState<Element | null>(null);
  const key = names.join(' ');
  useEffect(() => { setTarget(findTarget(key === '' ? [] : key.split(' '))); }, [key, turn]);
  useEffect(() => {
    if (!target) return;
    target.setAttribute(MARK, '');
    // The middle, for the foot of a panel may be covered by its buttons.
    const timer = setTimeout(() => target.scrollIntoView({ block: target.clientHeight > innerHeight / 2 ? 'nearest' : 'center', inline: 'nearest' }), SETTLED_MS);
    return () => { clearTimeout(timer); target.removeAttribute(MARK); };
  }, [target]);
  return target !== null;
}

/** Moves the focus to the marked control, or to the first thing in it that takes one. */
export function focusTarget(): void {
  const target = document.querySelector<HTMLElement>(`[${MARK}]`);
  if (!target) return;
  const control = target.matches('button, input, a, [tabindex]') ? target : target.querySelector<HTMLElement>('button, input, a, select, textarea, [tabindex]');
  if (control) return control.focus();
  target.tabIndex = -1;
  target.focus();
}
