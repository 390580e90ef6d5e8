/** Plays a seat from the client's side: decides from its own view alone, as a person would, until the match ends. */
import type { PublicScenario, SeatCommand, View } from '@concert/shared';
import { chooseAct, newMemory } from '@concert/shared/bots/index';
import type { ActAnswer } from '../../client/src/net/connection.ts';
import type { Player } from './players.ts';

/** Repeatable dice for one player. */
export function dice(seed: number): () => number {
  let a = seed >>> 0;
  return () => { a = (Math.imul(a, 1664525) + 1013904223) >>> 0; return a / 4294967296; };
}

export interface Played { readonly command: SeatCommand; readonly answer: ActAnswer }

/** Resolves with every act and its answer once the match is over or `stop` says so. */
export async function autoplay(player: Player, seat: string, scenario: PublicScenario, seed: number, stop: (view: View) => boolean = () => false): Promise<Played[]> {
  const played: Played[] = [];
  const memory = newMemory();
  const random = dice(seed);
  let refusals = 0;
  let seen: View | null = null;
  for (;;) {
    const { view } = player.line;
    if (!view || view.table.status === 'ended' || stop(view)) return played;
    // Only a changed view is worth another thought, except right after an answer.
    const command = view === seen ? null : chooseAct({ view, scenario, seat, random, memory });
    seen = view;
    if (!command) { await new Promise((go) => setTimeout(go, 2)); continue; }
    const answer = await player.line.act(command);
    played.push({ command, answer });
    refusals = answer.ok ? 0 : refusals + 1;
    if (!answer.ok) { seen = null; await new Promise((go) => setTimeout(go, 2)); }
    if (refusals > 60) throw new Error(`${seat} is refused again and again: ${JSON.stringify(played.at(-1))}`);
    if (answer.ok) seen = null;
  }
}
