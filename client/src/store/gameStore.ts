/** What this browser knows of the match: the projected view, the lobby, the line to the table, and what the reader has selected. */
import type { LegalSlice, PublicScenario, SeatCommand, View } from '@concert/shared';
import type { WelcomeMessage } from '@concert/shared/protocol/messages';
import { createContext, useContext } from 'react';
import { createStore, useStore } from 'zustand';
import type { Selection } from '../map/types.ts';
import { refused, type Answer, type Refused } from '../net/answer.ts';
import type { ActAnswer } from '../net/connection.ts';
import type { Lobby } from '../net/lobby.ts';

export type ConnectionState = 'idle' | 'connecting' | 'live' | 'retrying' | 'lost';
export type Refusal = Pick<Refused, 'code' | 'params'>;

/** What a member may ask of the room; replaced by `store/matchLine.ts` while a line is open. */
export interface TableLine {
  readonly send: (command: SeatCommand) => Promise<ActAnswer>;
  readonly sit: (seat: string, key?: string) => Promise<Answer<null>>;
  readonly stand: () => Promise<Answer<null>>;
  readonly start: () => Promise<Answer<null>>;
}

export interface GameState {
  readonly code: string | null;
  readonly view: View | null;
  readonly scenario: PublicScenario | null;
  readonly you: WelcomeMessage['you'] | null;
  readonly lobby: Lobby | null;
  readonly connection: ConnectionState;
  /** Why the line is lost for good. */
  readonly lostCode: string | null;
  /** The last refusal that no form shows by itself; `turn` rises so that the same one is told twice. */
  readonly lastRefusal: (Refusal & { readonly turn: number }) | null;
  readonly selection: Selection | null;
  readonly line: TableLine;
  /** The view comes from a recording: it is looked at, nothing can be done. */
  readonly recorded: boolean;
}

const closed = async (): Promise<Refused> => refused('server-busy');
const CLOSED_LINE: TableLine = { send: closed, sit: closed, stand: closed, start: closed };
export const EMPTY: GameState = { code: null, view: null, scenario: null, you: null, lobby: null, connection: 'idle', lostCode: null, lastRefusal: null, selection: null, line: CLOSED_LINE, recorded: false };

export const gameStore = createStore<GameState>(() => EMPTY);
/**
 * What a part of the page is drawn from instead of the store: a recording hands its moments down here, so that React may draw them without haste,
 * a little in every frame. Null wherever the store itself is read: its changes are drawn at once.
 */
export const Shown = createContext<GameState | null>(null);
const nothing = (): undefined => undefined;
export function useGame<T>(select: (state: GameState) => T): T {
  const shown = useContext(Shown);
  const live = useStore<typeof gameStore, T | undefined>(gameStore, shown ? nothing : select);
  return shown ? select(shown) : (live as T);
}

export const useView = (): View | null => useGame((state) => state.view);
export const useScenario = (): PublicScenario | null => useGame((state) => state.scenario);
/** The seat we act for; null for a spectator and in the lobby before sitting down. */
export const useSeat = (): string | null => useGame((state) => state.you?.seat ?? state.view?.me?.seat ?? null);
/** Exactly what we may do now; null for a spectator. */
export const useLegal = (): LegalSlice | null => useGame((state) => state.view?.legal ?? null);
/** Sends one act; the answer is `{ok: true}` once it is durable, or a refusal with a code. */
export const useSend = (): ((command: SeatCommand) => Promise<ActAnswer>) => useGame((state) => state.line.send);
/** Whether what is shown was recorded. */
export const useRecorded = (): boolean => useGame((state) => state.recorded);

export const select = (selection: Selection | null): void => gameStore.setState({ selection });
/** Shows a place on the map, or nothing. */
const selectPlace = (place: string | null): void => select(place === null ? null : { kind: 'place', id: place });
export const useSelectPlace = (): ((place: string | null) => void) => selectPlace;

/** Tells a refusal that belongs to no form in the region for refusals. */
export function tellRefusal({ code, params }: Refusal): void {
  gameStore.setState(({ lastRefusal }) => ({ lastRefusal: { code, params, turn: (lastRefusal?.turn ?? 0) + 1 } }));
}
export const dismissRefusal = (): void => gameStore.setState({ lastRefusal: null });
