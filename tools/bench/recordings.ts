/**
 * Figures of the recordings: seeking in one of a thousand acts and opening one of five megabytes, beside boardgame.io, which keeps its moves only
 * and runs them again up to the one it wants to show.
 */
import { isOpened, createReel, openRecording, recordingText, type OpenAct, type Opened } from '../../shared/src/recording/index.ts';
import { playMatch } from '../../shared/src/bots/table.ts';
import type { Scenario, Viewer } from '../../shared/src/index.ts';
import type { boardgameIo } from './peerGame.ts';
import { peerScript } from './peerGame.ts';

const ACTS = 1000;
const MEGABYTES = 5;
const SEEKS = 1200;
/** Jumps that only warm up. */
const WARM_UP = 300;

export interface RecordingFigures {
  /** Milliseconds, all of them: from a step to any other one, state and the view of a seat. */
  readonly seekP99: number; readonly seekMedian: number;
  /** The peer for the same jump, its moves run again. */
  readonly peerSeekP99: number | null; readonly peerSeekMedian: number | null;
  /** Opening a large file: checked line by line, hashed and folded; then the steps to play it. */
  readonly openMs: number; readonly openMegabytes: number; readonly reelMs: number;
  readonly peerOpenMs: number | null;
}

const quantile = (all: readonly number[], q: number): number => Math.round((all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * q))] ?? 0) * 1000) / 1000;

/** A match with talk, as long as asked for: the acts of bots, and messages of people between them until the file is that long. */
function talkative(scenario: Scenario, acts: number, bytes: number): string {
  const seats = scenario.seats.map(({ id }) => ({ seat: id, holder: 'bot' as const, names: [] }));
  const facts = { match: 'BENCH1', title: '', software: 'bench', seed: 7, preset: 'untimed', seats, startedAt: 0 };
  const [a = '', b = ''] = scenario.seats.map(({ id }) => id);
  const played = playMatch(scenario, { seed: 7, level: 'full' }).entries.map(({ actor, command, events }, i): OpenAct => ({ at: i, seat: actor.kind === 'seat' ? actor.seat : null, command, events }));
  const text = 'A word about what was said at the last session and what may be said at the next one. '.repeat(bytes > 0 ? 8 : 2);
  const said = (id: number): OpenAct => ({ at: id, seat: a, command: { type: 'message', to: [b], text }, events: [{ type: 'messageSent', message: { id, channel: [a, b].join('+'), from: a, text, round: 1, phase: 'plenary' } }] });
  const wanted = Math.max(acts - played.length, bytes > 0 ? Math.ceil((bytes - recordingText(scenario, facts, played).length) / (2.9 * text.length + 520)) : 0);
  // Near the end, so that snapshots do not swell with them.
  const at = played.length - 12;
  return recordingText(scenario, facts, [...played.slice(0, at), ...Array.from({ length: Math.max(wanted, 0) }, (_, i) => said(100_000 + i)), ...played.slice(at)]);
}

const must = (text: string): Opened => {
  const opened = openRecording(text);
  if (!isOpened(opened) || opened.problems.length > 0) throw new Error(`bench: the recording does not open (${isOpened(opened) ? opened.problems[0]?.code : opened.code})`);
  return opened;
};

export function recordingFigures(scenario: Scenario, peer: ReturnType<typeof boardgameIo>): RecordingFigures {
  const reel = createReel(must(talkative(scenario, ACTS, 0)));
  const viewers: readonly Viewer[] = [...scenario.seats.map(({ id }) => ({ kind: 'seat' as const, seat: id })), { kind: 'all' }];
  // Every jump far from the last one, in an order that is the same in every run.
  const jumps = Array.from({ length: SEEKS }, (_, i) => (i * 617 + 131) % reel.length);
  const script = peerScript(ACTS);
  const seeks: number[] = [];
  const peers: number[] = [];
  for (const [i, step] of [...jumps.slice(0, WARM_UP), ...jumps].entries()) {
    const viewer = viewers[Math.floor(i / 30) % viewers.length] ?? { kind: 'public' };
    const began = performance.now();
    reel.viewAt(step, viewer);
    const took = performance.now() - began;
    if (i >= WARM_UP) seeks.push(took);
    if (!peer || i % 10 !== 0) continue;
    const peerBegan = performance.now();
    script.slice(0, Math.floor((step / reel.length) * ACTS) + 1).reduce(peer.step, peer.start());
    if (i >= WARM_UP) peers.push(performance.now() - peerBegan);
  }
  const large = talkative(scenario, 0, MEGABYTES * 1_000_000);
  const timed = (work: () => void): number => { const runs = Array.from({ length: 5 }, () => { const began = performance.now(); work(); return performance.now() - began; }); return Math.round(Math.min(...runs)); };
  const opened = must(large);
  // The peer's file holds as many moves as ours holds acts.
  const peerFile = JSON.stringify(peerScript(opened.entries.length));
  return {
    seekP99: quantile(seeks, 0.99), seekMedian: quantile(seeks, 0.5),
    peerSeekP99: peer ? quantile(peers, 0.99) : null, peerSeekMedian: peer ? quantile(peers, 0.5) : null,
    openMegabytes: Math.round(Buffer.byteLength(large) / 100_000) / 10, openMs: timed(() => { must(large); }), reelMs: timed(() => { createReel(opened); }),
    peerOpenMs: peer ? timed(() => { (JSON.parse(peerFile) as typeof script).reduce(peer.step, peer.start()); }) : null,
  };
}
