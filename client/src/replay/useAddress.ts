/** The address follows the moment and the moment the address, so that every moment has a link. */
import { useEffect } from 'react';
import { PARAM } from './watch/watchStore.ts';
import { placeOf, readPlace, stepAt, viewerAt } from './address.ts';
import { replayStore, seek, setViewer } from './replayStore.ts';

/** Browsers allow few changes a second. */
const QUIET_MS = 250;

/** The full link to what is shown now. */
export function linkToNow(): string {
  const { reel, step, viewer } = replayStore.getState();
  // A moment is for ever, company is for now.
  const url = new URL(location.href);
  url.searchParams.delete(PARAM);
  return `${url.href.split('#')[0]}${reel ? placeOf(reel, step, viewer) : ''}`;
}

function follow(): void {
  const { reel } = replayStore.getState();
  const place = readPlace(location.hash);
  if (!reel || !place) return;
  const step = stepAt(reel, place);
  if (step < 0) return;
  setViewer(viewerAt(reel, place));
  seek(step);
}

export function useAddress(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const { reel, step, viewer } = replayStore.getState();
      const hash = reel ? placeOf(reel, step, viewer) : '';
      // A page opened from a disk may be refused this; the moment is shown all the same.
      try { if (hash !== '' && hash !== location.hash) history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`); } catch { /* no address then */ }
    };
    const stop = replayStore.subscribe((now, before) => {
      if (now.step === before.step && now.viewer === before.viewer) return;
      clearTimeout(timer);
      timer = setTimeout(write, QUIET_MS);
    });
    window.addEventListener('hashchange', follow);
    return () => { stop(); clearTimeout(timer); window.removeEventListener('hashchange', follow); };
  }, []);
}
