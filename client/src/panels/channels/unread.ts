/** What this reader has seen of each channel, remembered in this browser; the rest is unread. */
import { createStore, useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { ChannelSlice } from '@concert/shared';

interface Seen { readonly seen: Readonly<Record<string, number>>; readonly see: (key: string, id: number) => void }
export const seenStore = createStore<Seen>()(persist(
  (set) => ({ seen: {}, see: (key, id) => set((old) => ((old.seen[key] ?? -1) >= id ? old : { seen: { ...old.seen, [key]: id } })) }),
  { name: 'concert.seen', version: 1, storage: createJSONStorage(() => localStorage), partialize: ({ seen }) => ({ seen }) },
));
export const seenKey = (channel: string, seat: string | null): string => `${location.pathname}#${seat ?? 'public'}:${channel}`;
export function unreadIn(channel: ChannelSlice, seat: string | null, seen: Readonly<Record<string, number>>): number {
  const last = seen[seenKey(channel.key, seat)] ?? -1;
  return channel.messages.filter((message) => message.id > last && message.from !== seat).length;
}
export const useSeen = (): Seen => useStore(seenStore);
