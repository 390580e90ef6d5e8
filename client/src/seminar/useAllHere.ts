/** Tells the server, while the page is seen, that everybody who shares this device is here. */
import { useEffect } from 'react';
import { weAreHere } from '../net/classes.ts';
import { keepNeighbour, neighbours, type Neighbour } from './keys.ts';

/** Half of what the server waits before somebody is away. */
const HERE_MS = 30_000;

/** @param own whoever has the device, to be found again when another one has; null = nobody has. */
export function useAllHere(group: string, own: Neighbour | null): void {
  const token = own?.token ?? '';
  const name = own?.name ?? '';
  useEffect(() => {
    // A PIN set before stays: the handle is kept, not the key.
    if (token !== '' && !neighbours(group).some((each) => each.name === name && each.locked)) keepNeighbour(group, { token, name });
    const others = neighbours(group).map((each) => each.token).filter((each) => each !== token);
    if (others.length === 0) return;
    const tell = (): void => { if (!document.hidden) void weAreHere(location.origin, group, others); };
    tell();
    const timer = setInterval(tell, HERE_MS);
    return () => clearInterval(timer);
  }, [group, token, name]);
}
