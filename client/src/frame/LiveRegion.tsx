/** Tells a screen reader the newest public news, politely and one line at a time. */
import { useEffect, useState } from 'react';
import { useSentence } from '../i18n/sentence.ts';
import { useMatch } from './useMatch.ts';

export function LiveRegion() {
  const { news } = useMatch().view;
  const say = useSentence();
  const newest = Object.values(news).reduce<(typeof news)[string] | null>((last, item) => (last && last.id > item.id ? last : item), null);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (!newest) return;
    // A burst of news is told by its last line only; the rest is in the panel.
    const timer = setTimeout(() => setSpoken(say(newest.code, newest.params)), 1000);
    return () => clearTimeout(timer);
  }, [newest, say]);
  return <p className="sr" aria-live="polite" data-testid="live">{spoken}</p>;
}
