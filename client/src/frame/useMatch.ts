/** View and scenario inside the table screen, which is only shown when both are there. */
import type { PublicScenario, View } from '@concert/shared';
import { useGame } from '../store/gameStore.ts';

/** @throws when a piece of the table is shown outside of it, which is a mistake in the screen. */
export function useMatch(): { readonly view: View; readonly scenario: PublicScenario } {
  const view = useGame((state) => state.view);
  const scenario = useGame((state) => state.scenario);
  if (!view || !scenario) throw new Error('a part of the table was shown before the match was there');
  return { view, scenario };
}
