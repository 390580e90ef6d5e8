/** A stop in words: round, period and phase. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../panels/speech.ts';
import { useCompared } from './compareStore.ts';

export function useStopWords(): (at: number) => string {
  const { t } = useTranslation('replay');
  const { num } = useSpeech();
  const stops = useCompared((state) => state.stops);
  const scenario = useCompared((state) => state.reels?.a.opened.scenario);
  return useCallback((at) => {
    const stop = stops[at];
    return stop ? t('place', { round: num(stop.round), phase: t(`ui:phase.${stop.phase}`), period: t(`scenario:${scenario?.roundLabels[stop.round - 1] ?? ''}`, { defaultValue: '' }) }) : '';
  }, [t, num, stops, scenario]);
}
