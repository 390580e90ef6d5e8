/** Two matches that go on from one moment of a sample in different ways, as files: what a reader who forked it twice would hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRefusal, step as decided, type MatchState } from '../../shared/src/index.ts';
import { createReel, isOpened, openRecording, recordingText, type OpenAct } from '../../shared/src/recording/index.ts';

const FILE = path.resolve(import.meta.dirname, '../../assets/recordings/war.concert.jsonl');
/** Acts that both keep at least. */
const KEPT = 60;

/** The text of a fork that keeps so many acts of the sample and then lets the clock close every phase. */
function forkAfter(count: number): string {
  const opened = openRecording(readFileSync(FILE, 'utf8'));
  if (!isOpened(opened)) throw new Error(opened.code);
  const reel = createReel(opened);
  const { scenario, header } = opened;
  const acts: OpenAct[] = reel.steps.slice(0, count).map(({ at, seat, command, events }) => ({ at, seat, command, events }));
  let state: MatchState = reel.stateAt(count - 1);
  while (state.status === 'running') {
    const command = { type: 'advance' as const, phaseSeq: state.phaseSeq };
    const taken = decided(scenario, state, { kind: 'table' }, command);
    if (isRefusal(taken)) throw new Error(taken.code);
    acts.push({ at: 1_800_000_000_000 + acts.length, seat: null, command, events: taken.events });
    state = taken.state;
  }
  return recordingText(scenario, { match: `FORK${count}`, title: `fork after ${count}`, software: 'e2e', seed: header.seed, preset: header.preset, seats: header.seats, startedAt: header.startedAt }, acts);
}
const SCRIPT = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
/** A sound file whose every text of a person would do harm where it ran: title, names, a message. */
export function hostile(): string {
  const opened = openRecording(readFileSync(FILE, 'utf8'));
  if (!isOpened(opened)) throw new Error(opened.code);
  const { scenario, header } = opened;
  const acts: OpenAct[] = createReel(opened).steps.slice(0, KEPT).map(({ at, seat, command, events }) => ({ at, seat, command, events }));
  const [from = '', to = ''] = scenario.seats.map(({ id }) => id);
  acts.push({ at: 1_900_000_000_000, seat: from, command: { type: 'message', to: [to], text: SCRIPT }, events: [{ type: 'messageSent', message: { id: 90_000, channel: `${from}+${to}`, from, text: SCRIPT, round: 1, phase: 'plenary' } }] });
  const seats = header.seats.map((seat) => ({ ...seat, holder: 'people' as const, names: [SCRIPT] }));
  return recordingText(scenario, { match: 'EVIL01', title: SCRIPT, software: SCRIPT, seed: header.seed, preset: header.preset, seats, startedAt: header.startedAt }, acts);
}

/** What the page says where these two part. */
export const PARTED = { en: /The first \d+ acts are the same in both; they part in round 2/ } as const;
/** The second goes on with the sample a little longer. */
export const twoForks = (): readonly [string, string] => [forkAfter(KEPT), forkAfter(KEPT + 9)];
