/**
 * Whole matches of bots, as `concert simulate` plays them, beside boardgame.io's own simulation with its random bot on the game of its tutorial.
 * Counted by the CPU seconds of all threads, compiling and collecting included: what else the machine does stays out, and the rate on free cores is theirs times it.
 */
import { createRequire } from 'node:module';
import process from 'node:process';
import { playMatch } from '../../shared/src/bots/table.ts';
import type { Temper } from '../../shared/src/bots/types.ts';
import type { Scenario } from '../../shared/src/index.ts';
import { loadPositions } from '../../server/src/positions.ts';
import type { Plan } from '../../server/tools/simulation/play.ts';
import { Pool } from '../../server/tools/simulation/pool.ts';

const TURNS = 5;
/** The first turns only warm up. */
const WARM_UP = 2;
const RANDOM = 300;
/** Rounds and level of the first match (LV): the rules without the modules of the higher levels. */
const FIRST = { level: 'core', rounds: 6 } as const;
const HISTORIC = 60;
const PEER_SECONDS = 0.5;

export interface SimulationFigures {
  /** All of them a second of CPU. */
  readonly randomMatches: number; readonly historicMatches: number; readonly randomFirstMatches: number;
  /** Acts of the bots and of the table in the random matches. */
  readonly randomMoves: number; readonly boardgameIoRandomMoves: number | null;
}

export async function simulationFigures(scenario: Scenario): Promise<SimulationFigures> {
  loadPositions();
  const all = (temper: Temper): Record<string, Temper> => Object.fromEntries(scenario.seats.map(({ id }) => [id, temper]));
  const planOf = (temper: Temper): Plan => ({ scenario, level: 'standard', rounds: scenario.rounds, tempers: all(temper), assurance: '' });
  const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
  const moves = seeds.reduce((sum, seed) => sum + playMatch(scenario, { seed, level: 'standard', rounds: scenario.rounds, tempers: all('random') }).entries.length, 0) / seeds.length;
  const pool = new Pool();
  const peer = peerSimulation();
  const best = { random: 0, first: 0, historic: 0, peer: 0 };
  try {
    for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
      const random = await rate(() => pool.run(planOf('random'), { seed: 1, matches: RANDOM }), RANDOM);
      const first = await rate(() => pool.run({ ...planOf('random'), ...FIRST }, { seed: 1, matches: RANDOM }), RANDOM);
      const historic = await rate(() => pool.run(planOf('historic'), { seed: 1, matches: HISTORIC }), HISTORIC);
      const peers = peer ? await peerRate(peer) : 0;
      if (turn < WARM_UP) continue;
      best.random = Math.max(best.random, random);
      best.first = Math.max(best.first, first);
      best.historic = Math.max(best.historic, historic);
      best.peer = Math.max(best.peer, peers);
    }
  } finally {
    await pool.close();
  }
  return {
    randomMatches: Math.round(best.random), randomFirstMatches: Math.round(best.first), historicMatches: Math.round(best.historic),
    randomMoves: Math.round(best.random * moves), boardgameIoRandomMoves: peer ? Math.round(best.peer) : null,
  };
}

async function rate(run: () => Promise<unknown>, matches: number): Promise<number> {
  const began = process.cpuUsage();
  await run();
  return matches / spent(began);
}

/** CPU seconds of all threads. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
}

/** Plays one game and says how many moves it took. */
type PeerGame = () => Promise<number>;

async function peerRate(play: PeerGame): Promise<number> {
  const began = process.cpuUsage();
  let moves = 0;
  while (spent(began) < PEER_SECONDS) moves += await play();
  return moves / spent(began);
}

const LINES = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]] as const;
interface Board { cells: (string | null)[] }
const won = (cells: Board['cells']): boolean => LINES.some(([a, b, c]) => cells[a] !== null && cells[a] === cells[b] && cells[a] === cells[c]);

/** Noughts and crosses as the peer's tutorial writes it, played by its random bot; null where the package is not installed. */
function peerSimulation(): PeerGame | null {
  const require = createRequire(import.meta.url);
  try {
    const { InitializeGame } = require('boardgame.io/internal') as { InitializeGame: (set: object) => unknown };
    const { INVALID_MOVE } = require('boardgame.io/core') as { INVALID_MOVE: string };
    const { RandomBot, Simulate } = require('boardgame.io/ai') as { RandomBot: new (set: object) => object; Simulate: (set: object) => Promise<{ state: { G: Board } }> };
    const enumerate = (G: Board): object[] => G.cells.flatMap((cell, i) => (cell === null ? [{ move: 'clickCell', args: [i] }] : []));
    const game = {
      name: 'cells', seed: 'peer', setup: (): Board => ({ cells: Array<string | null>(9).fill(null) }), turn: { minMoves: 1, maxMoves: 1 },
      moves: { clickCell: ({ G, playerID }: { G: Board; playerID: string }, id: number) => { if (G.cells[id] !== null) return INVALID_MOVE; G.cells[id] = playerID; return undefined; } },
      endIf: ({ G, ctx }: { G: Board; ctx: { currentPlayer: string } }) => (won(G.cells) ? { winner: ctx.currentPlayer } : G.cells.includes(null) ? undefined : { draw: true }),
      ai: { enumerate },
    };
    const bots = { 0: new RandomBot({ game, enumerate, seed: 'a' }), 1: new RandomBot({ game, enumerate, seed: 'b' }) };
    return async () => {
      const { state } = await Simulate({ game, bots, state: InitializeGame({ game, numPlayers: 2 }) });
      return state.G.cells.filter((cell) => cell !== null).length;
    };
  } catch {
    return null;
  }
}
