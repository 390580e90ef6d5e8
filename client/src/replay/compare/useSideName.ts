/** What one of the two recordings is called: its title, the name of the sample, or its file; a name that tells the ending is kept back where nothing later may be told. */
import { useTranslation } from 'react-i18next';
import { listSamples } from '../../library/recordingsApi.ts';
import { useLoad } from '../../store/useLoad.ts';
import { useReplay } from '../replayStore.ts';
import { useCompared } from './compareStore.ts';
import type { Side } from './pair.ts';

const ENDS = /\.concert(-view)?\.jsonl$/;

export function useSideName(side: Side): string {
  const { t } = useTranslation('replay');
  const source = useCompared((state) => state.loaded?.[side].source ?? null);
  const header = useCompared((state) => state.reels?.[side].opened.header ?? null);
  const hide = useReplay((state) => state.asWeGo);
  const { answer } = useLoad(listSamples);
  if (source?.kind !== 'sample') return header?.title || source?.name.replace(ENDS, '') || header?.match || '';
  if (hide) return t(`scenario:scenario.${header?.scenario.id ?? ''}.short`, { defaultValue: '' });
  const sample = answer?.ok ? answer.value.find(({ file }) => file === source.name) : undefined;
  return sample ? t(sample.title) : source.name.replace(ENDS, '');
}
