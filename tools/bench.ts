/**
 * `npm run bench [-- --json]`: how fast the engine decides, folds and projects, with its peers in the same run:
 * boardgame.io's reducer on a small game of the same kind, and a bare reducer that only counts.
 * Then whole matches of bots beside boardgame.io's simulation with random bots; a recording is sought and opened, and its slider dragged in Chromium (npm run build first).
 * Figures of one machine at one moment: read the ratios.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createProjector, diff, evolve, fold, isRefusal, loadScenario, step, waiting, type MatchEvent, type View } from '../shared/src/index.ts';
import { playMatch } from '../shared/src/bots/table.ts';
import { actsOf, busyPlenary, plenaryOf, type Act } from './bench/commonActs.ts';
import { recordingFigures } from './bench/recordings.ts';
import { boardgameIo, peerEnd, peerScript } from './bench/peerGame.ts';
import { rates } from './bench/rates.ts';
import { simulationFigures } from './bench/simulations.ts';
import { sliderFigures, type Drag } from './bench/slider.ts';
import { ROOT } from './paths.ts';

process.env['NODE_ENV'] = 'production'; // the peer checks more without it
const scenario = loadScenario(JSON.parse(readFileSync(path.join(ROOT, 'assets/scenarios/six-party.json'), 'utf8')));
const start = waiting(scenario);
const played = playMatch(scenario, { seed: 7 });
const { events, entries } = played;

const decideAll = (acts: readonly Act[]) => (): number => {
  for (const { state, actor, command } of acts) if (isRefusal(step(scenario, state, actor, command))) throw new Error('bench: an act of the script was refused');
  return acts.length;
};
const decideMatch = (): number => {
  let state = start;
  for (const { actor, command } of entries) {
    const taken = step(scenario, state, actor, command);
    if (isRefusal(taken)) throw new Error(`bench: a recorded act was refused: ${taken.code}`);
    state = taken.state;
  }
  return entries.length;
};
/** The peer: the least an immutable reducer can do with the same events, one spread and one counter. */
const foldBare = (): number => {
  let state: { readonly seen: number; readonly last: MatchEvent | null } = { seen: 0, last: null };
  for (const event of events) state = { ...state, seen: state.seen + 1, last: event };
  return state.seen;
};
const projectMatch = (): number => {
  const projectors = scenario.seats.map((seat) => createProjector(scenario, { kind: 'seat', seat: seat.id }));
  const views: (View | null)[] = projectors.map(() => null);
  let state = start;
  let patches = 0;
  for (const entry of entries) {
    for (const event of entry.events) state = evolve(state, event);
    projectors.forEach((project, seat) => { const view = project(state); if (diff(views[seat] ?? null, view, 1)) patches += 1; views[seat] = view; });
  }
  return patches;
};

const plenary = plenaryOf(scenario, start, played, 3);
const busy = Array.from({ length: 8 }, (_, i) => busyPlenary(scenario, plenary, i + 1)).flat();
const simple = actsOf(scenario, start, played, ['declare', 'ready', 'invite', 'choose']);
const script = peerScript(4000);
const peer = boardgameIo();
const playPeer = peer && ((): number => { script.reduce(peer.step, peer.start()); return script.length; });
if (peer && JSON.stringify(peer.tableOf(script.reduce(peer.step, peer.start()))) !== JSON.stringify(peerEnd(script))) throw new Error('bench: the peer played another game');

const figures = rates({
  commonActsPerSecond: decideAll(busy),
  simpleActsPerSecond: decideAll(simple),
  boardgameIoActsPerSecond: playPeer,
  decidedActsPerSecond: decideMatch,
  foldedEventsPerSecond: () => { fold(scenario, events); return events.length; },
  bareReducerEventsPerSecond: foldBare,
  patchesPerSecond: projectMatch,
});
const recordings = recordingFigures(scenario, peer);
const simulations = await simulationFigures(scenario);
// Last, so that the browser shares the machine with nothing of ours.
const slider = await sliderFigures(ROOT);
if (process.argv.includes('--json')) console.log(JSON.stringify({ ...figures, recordings, simulations, slider }));
else {
  const said: Readonly<Record<keyof typeof figures, string>> = {
    commonActsPerSecond: 'acts decided and folded a second: propose, sign, refuse, message, up to 60 texts',
    simpleActsPerSecond: 'the same: declare, ready, invite, choose, as bots made them',
    boardgameIoActsPerSecond: "boardgame.io's reducer on a game of 60 texts: propose, sign, refuse, message",
    decidedActsPerSecond: 'acts of a whole match a second, every fold of a round included',
    foldedEventsPerSecond: 'events of a recorded match folded a second (boardgame.io runs its moves again)',
    bareReducerEventsPerSecond: 'the same events by a reducer that only counts',
    patchesPerSecond: 'patches for six seats a second',
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${(value ?? 'not installed').toLocaleString('en').padStart(14)}  ${said[name as keyof typeof figures]}`);
  const times = (a: number | null, b: number | null): string => (a === null || b === null ? 'nothing to compare with' : `${(a / b).toFixed(1)} x`);
  console.log(`\ncommon acts beside boardgame.io: ${times(figures.commonActsPerSecond, figures.boardgameIoActsPerSecond)}; loading a match beside it: ${times(figures.foldedEventsPerSecond, figures.boardgameIoActsPerSecond)}`);
  const ms = (value: number | null): string => (value === null ? 'not installed' : `${value} ms`);
  console.log(`seek to any step of a recording of 1000 acts and make a seat's view: median ${ms(recordings.seekMedian)}, p99 ${ms(recordings.seekP99)}; boardgame.io runs its moves again: median ${ms(recordings.peerSeekMedian)}, p99 ${ms(recordings.peerSeekP99)}`);
  console.log(`open a recording of ${recordings.openMegabytes} MB, every line checked, hashed and folded: ${ms(recordings.openMs)}, its steps ${ms(recordings.reelMs)}; boardgame.io runs as many moves in ${ms(recordings.peerOpenMs)}`);
  const { randomMatches, randomFirstMatches, historicMatches, randomMoves, boardgameIoRandomMoves } = simulations;
  const told = (value: number | null): string => value?.toLocaleString('en') ?? 'not installed';
  console.log(`simulate, a second of CPU: ${told(randomMatches)} matches of random bots, ${told(randomFirstMatches)} at level core over six rounds, ${told(historicMatches)} of historic ones (times ${availableParallelism()} on all cores of this machine); ${told(randomMoves)} moves of random bots beside ${told(boardgameIoRandomMoves)} of boardgame.io's on noughts and crosses: ${times(randomMoves, boardgameIoRandomMoves)}`);
  const frames = ({ median, p95, longest, longTasks, longestTask }: Drag): string => `median ${median}, p95 ${p95}, longest ${longest} ms, ${longTasks} tasks over 50 ms${longTasks > 0 ? ` (${longestTask} ms)` : ''}`;
  console.log(slider
    ? `slider of the player dragged over ${slider.seeks} moments in Chromium, a frame: ${frames(slider.drag)}; the hand resting, the table drawn: ${frames(slider.rest)}; nothing moving: ${frames(slider.idle)}; longest frame ${(slider.drag.longest / slider.idle.longest).toFixed(1)} x that of a page at rest`
    : 'slider of the player in Chromium: not measured (npm run build, and a Chromium at CHROMIUM or /usr/bin/chromium)');
}
