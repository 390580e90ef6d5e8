/** Which mechanisms this match plays (LV), as the codex knows them: what is not played is not spoken of. */
import { absence, entryOf } from '../codex/entries.ts';
import { useScenario, useView } from '../store/gameStore.ts';

/** By id of a codex entry: `M21`, `M22`. */
export function usePlays(): (id: string) => boolean {
  const scenario = useScenario();
  const level = useView()?.table.level;
  return (id) => {
    const entry = entryOf(id);
    return entry !== null && scenario !== null && level !== undefined && absence(entry, { level, scenario }) === null;
  };
}
