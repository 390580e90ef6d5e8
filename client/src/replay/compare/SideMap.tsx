/** The map of one of two recordings. A phone shows two players below each other without maps: both would be too small to read. */
import { useMemo, useState } from 'react';
import { publicScenario } from '@concert/shared';
import { mapInput } from '../../frame/mapInput.ts';
import { MapPanel } from '../../map/MapPanel.tsx';
import type { Selection } from '../../map/types.ts';
import { useSettings } from '../../store/settings.ts';
import type { Side } from './pair.ts';
import { useStopView } from './useStopView.ts';

const WIDE = '(min-width: 861px)';

export default function SideMap({ side }: { readonly side: Side }) {
  const shown = useStopView(side);
  const { still, nameOrder } = useSettings();
  const [selection, select] = useState<Selection | null>(null);
  const reel = shown?.reel;
  const [wide] = useState(() => matchMedia(WIDE).matches);
  const scenario = useMemo(() => (reel ? publicScenario(reel.opened.scenario) : null), [reel]);
  const input = useMemo(() => (shown && scenario ? mapInput(shown.view, scenario, selection, nameOrder) : null), [shown, scenario, selection, nameOrder]);
  return input && wide ? <MapPanel input={input} onSelect={select} still={still} /> : null;
}
