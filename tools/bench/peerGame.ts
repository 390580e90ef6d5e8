/**
 * The peer of the bench: a small negotiation game of six seats and sixty texts, written for boardgame.io as its manual has it,
 * with the four acts that delegations make most often. Its rules do less than ours, so the ratio is on the safe side.
 */
import { createRequire } from 'node:module';

export const SEATS = 6;
export const TEXTS = 60;
const LINES = 4;
const TALK = 200;
const GOODS = ['oil', 'grain', 'visit', 'freeze', 'pledge', 'access', 'credit', 'notice'];

interface Line { readonly what: string; readonly giver: number; readonly receiver: number; readonly amount: number; readonly due: number }
interface Text { id: number; author: number; parties: number[]; status: 'live' | 'adopted' | 'refused'; version: number; signed: boolean[]; lines: Line[] }
interface Table { nextId: number; talkId: number; stock: number[][]; goals: number[][]; texts: Text[]; talk: { id: number; from: number; to: number[]; text: string }[]; refused: number }

export type PeerAct =
  | { readonly act: 'propose'; readonly parties: readonly number[]; readonly lines: readonly Line[] }
  | { readonly act: 'sign' | 'refuse'; readonly id: number; readonly version: number }
  | { readonly act: 'message'; readonly to: readonly number[]; readonly text: string };
export interface PeerMove { readonly seat: number; readonly move: PeerAct }

/** Whole numbers below `below`, the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % below;
  };
}

function someLines(roll: (below: number) => number): Line[] {
  return Array.from({ length: 1 + roll(LINES) }, () => {
    const giver = roll(SEATS);
    return { what: GOODS[roll(GOODS.length)] ?? '', giver, receiver: (giver + 1 + roll(SEATS - 1)) % SEATS, amount: 1 + roll(30), due: 1 + roll(8) };
  });
}
const partiesOf = (author: number, lines: readonly Line[]): number[] => [...new Set([author, ...lines.flatMap((line) => [line.giver, line.receiver])])].sort((a, b) => a - b);

function laidTable(): Table {
  const roll = dice(11);
  const texts = Array.from({ length: TEXTS }, (_, id): Text => {
    const author = roll(SEATS);
    const lines = someLines(roll);
    return { id, author, parties: partiesOf(author, lines), status: 'live', version: 1, signed: Array.from({ length: SEATS }, (__, seat) => seat === author), lines };
  });
  return { nextId: TEXTS, talkId: 1, stock: Array.from({ length: SEATS }, () => GOODS.map(() => 400)), goals: Array.from({ length: SEATS }, () => GOODS.map(() => roll(100))), texts, talk: [], refused: 0 };
}

/** One act by the rules, on the draft the framework hands out. */
function play(table: Table, seat: number, move: PeerAct): void {
  if (move.act === 'message') {
    if (table.talk.length >= TALK) table.talk.shift();
    table.talk.push({ id: table.talkId, from: seat, to: [...move.to], text: move.text });
    table.talkId += 1;
    return;
  }
  if (move.act === 'propose') {
    const id = table.nextId;
    table.nextId += 1;
    table.texts[id % TEXTS] = { id, author: seat, parties: [...move.parties], status: 'live', version: 1, signed: Array.from({ length: SEATS }, (_, other) => other === seat), lines: [...move.lines] };
    return;
  }
  const text = table.texts[move.id % TEXTS];
  if (!text || text.id !== move.id || text.status !== 'live' || text.version !== move.version || !text.parties.includes(seat)) { table.refused += 1; return; }
  if (move.act === 'refuse') { text.status = 'refused'; return; }
  text.signed[seat] = true;
  if (!text.parties.every((party) => text.signed[party])) return;
  text.status = 'adopted';
  for (const { what, giver, receiver, amount } of text.lines) {
    const good = GOODS.indexOf(what);
    const [from, to] = [table.stock[giver] ?? [], table.stock[receiver] ?? []];
    const moved = Math.min(amount, from[good] ?? 0);
    from[good] = (from[good] ?? 0) - moved;
    to[good] = (to[good] ?? 0) + moved;
  }
}

/** A script of legal moves: a third tabled, a third signed, the rest refused and said. */
export function peerScript(length: number): PeerMove[] {
  const roll = dice(5);
  const table = laidTable();
  return Array.from({ length }, () => {
    const seat = roll(SEATS);
    const kind = roll(100);
    const start = roll(TEXTS);
    const text = Array.from({ length: TEXTS }, (_, i) => table.texts[(start + i) % TEXTS]).find((each) => each?.status === 'live' && each.parties.includes(seat) && (kind >= 75 || !each.signed[seat]));
    const lines = someLines(roll);
    const move: PeerAct = kind < 25 ? { act: 'message', to: [(seat + 1) % SEATS], text: `a word about text ${roll(TEXTS)}` }
      : kind < 50 || !text ? { act: 'propose', parties: partiesOf(seat, lines), lines }
        : { act: kind < 75 ? 'sign' : 'refuse', id: text.id, version: text.version };
    play(table, seat, move);
    return { seat, move };
  });
}

interface Peer { readonly step: (state: unknown, move: PeerMove) => unknown; readonly start: () => unknown; readonly tableOf: (state: unknown) => Table }

/** boardgame.io's own reducer on that game; null where the package is not installed. */
export function boardgameIo(): Peer | null {
  const require = createRequire(import.meta.url);
  try {
    const { CreateGameReducer, InitializeGame } = require('boardgame.io/internal') as { CreateGameReducer: (set: object) => (state: unknown, action: object) => unknown; InitializeGame: (set: object) => unknown };
    const { Stage } = require('boardgame.io/core') as { Stage: { NULL: unknown } };
    const rule = { move: ({ G, playerID }: { G: Table; playerID: string }, move: PeerAct) => { play(G, Number(playerID), move); }, client: false, ignoreStaleStateID: true };
    const game = { name: 'peer', setup: laidTable, moves: { propose: rule, sign: rule, refuse: rule, message: rule }, turn: { activePlayers: { all: Stage.NULL } }, minPlayers: SEATS, maxPlayers: SEATS, disableUndo: true, seed: 'peer' };
    const reducer = CreateGameReducer({ game });
    return {
      start: () => InitializeGame({ game, numPlayers: SEATS }),
      step: (state, { seat, move }) => reducer(state, { type: 'MAKE_MOVE', payload: { type: move.act, args: [move], playerID: String(seat) } }),
      tableOf: (state) => (state as { G: Table }).G,
    };
  } catch {
    return null;
  }
}

/** What the script comes to by the bare rules, to see that the framework played the same game. */
export function peerEnd(script: readonly PeerMove[]): Table {
  const table = laidTable();
  for (const { seat, move } of script) play(table, seat, move);
  return table;
}
