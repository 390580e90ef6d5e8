/** The library of finished matches: lists them, forgets them for their host, and lets a match go on from a recorded step. */
import { evolve, hashOf, upgradeEvent, upgradeState, waiting, type MatchState, type Scenario } from '@concert/shared';
import type { ForkMatch, ListedRecording, RecordingPage, RecordingQuery } from '@concert/shared/protocol/recordings';
import { decideAgain, isOpened, openRecording, RULES_VERSION, type ForkOrigin } from '@concert/shared/recording/index';
import { isSnapshot, type Entry, type MatchLog, type MatchRecord } from '../store/MatchLog.ts';
import { newMemberId, newToken, tokenHash } from './codes.ts';
import { turn, type Entered, type MatchHall, type Turned } from './MatchHall.ts';
import type { MatchSession } from './MatchSession.ts';
import { seatHolders } from './recording.ts';

const DAY_MS = 86_400_000;
/** Matches of earlier versions whose ending is looked up in one go. */
const LOOK_UP = 50;
export interface Place { readonly step?: number | undefined; readonly round?: number | undefined }
type Wish = Omit<ForkMatch, 'fork'>;
interface Prefix { readonly entries: readonly Entry[]; readonly state: MatchState; readonly seq: number }

export class Library {
  readonly #log: MatchLog;
  readonly #hall: MatchHall;
  readonly #now: () => number;

  constructor({ log, hall, now }: { readonly log: MatchLog; readonly hall: MatchHall; readonly now: () => number }) {
    this.#log = log;
    this.#hall = hall;
    this.#now = now;
  }

  /** Public finished matches, last ended first; private ones are for those who know their code. */
  list({ scenario, outcome, from, to, least, most, sort, page, size }: RecordingQuery): RecordingPage {
    this.#lookUpEndings();
    const before = to === undefined ? undefined : Date.parse(to) + DAY_MS;
    const { total, matches } = this.#log.ended({ scenario, outcome, from: from === undefined ? undefined : Date.parse(from), before, least, most, sort, limit: size, offset: (page - 1) * size });
    const recordings = matches.map((match): ListedRecording => {
      const { code, title, level, preset, round, endedAt, fork = null } = match;
      const played = this.#hall.scenario(match.scenario);
      return { code, title, scenario: match.scenario, level, preset, outcome: match.outcome, rounds: round, endedAt, seats: played ? seatHolders(this.#log, code, played) : [], fork };
    });
    return { total, page, pages: Math.max(1, Math.ceil(total / size)), recordings };
  }

  /** Whether the person of this token may take a finished match out of the store: its host alone. */
  mayForget(code: string, token: string): Turned | null {
    const record = this.#hall.find(code);
    if (!record) return turn('unknown-match', { match: code });
    const known = this.#hall.whose(token);
    if (known?.code !== code) return turn('unauthorised');
    if (record.host !== known.member.id) return turn('not-host');
    return record.status === 'ended' ? null : turn('match-running');
  }
  forget(code: string): void { this.#log.remove(code); }

  /** A new match that goes on from a finished one of this server. */
  fork({ fork: { recording, ...place }, ...wish }: ForkMatch): Entered | Turned {
    const record = this.#hall.find(recording.toUpperCase());
    const scenario = record && this.#hall.scenario(record.scenario);
    if (!record || !scenario) return turn('unknown-match', { match: recording });
    // Until its end a match's log holds everybody's secrets.
    if (record.status !== 'ended') return turn('match-running');
    if (this.#hall.withheld(record.code)) return turn('not-revealed');
    const prefix = prefixOf(scenario, this.#log.read(record.code, 1), place);
    return 'refused' in prefix ? prefix : this.#begin(scenario, prefix, { recording: record.code, title: record.title }, record, wish);
  }

  /** A new match that goes on from a file: only what today's rules decide alike, act by act, may come in. */
  forkFile(text: string, place: Place, wish: Wish): Entered | Turned {
    const opened = openRecording(text, (id) => this.#hall.scenario(id));
    if (!isOpened(opened)) return turn('unsound-recording', { why: opened.code });
    const { header } = opened;
    const scenario = this.#hall.scenario(header.scenario.id);
    if (!scenario) return turn('unknown-scenario', { scenario: header.scenario.id });
    if (hashOf(opened.scenario) !== hashOf(scenario)) return turn('other-scenario', { scenario: scenario.id });
    if (header.rulesVersion !== RULES_VERSION) return turn('other-rules', { rules: header.rulesVersion, now: RULES_VERSION });
    const prefix = prefixOf(scenario, opened.entries as readonly Entry[], place);
    if ('refused' in prefix) return prefix;
    const { options } = prefix.state;
    // A desk may put any state back (FD-5): what a file says of one proves nothing.
    const led = prefix.entries.some((entry) => !isSnapshot(entry) && entry.command.type === 'desk');
    const finding = led || options.rounds > scenario.rounds ? { code: 'desk', params: { seq: 0 } } : decideAgain(opened, true, prefix.seq);
    if (finding) return turn('unsound-recording', { why: finding.code });
    return this.#begin(scenario, prefix, { recording: header.match, title: header.title }, { seed: header.seed, level: options.level, rules: header.rulesVersion }, wish);
  }

  #begin(scenario: Scenario, { entries, state, seq }: Prefix, origin: Pick<ForkOrigin, 'recording' | 'title'>, from: Pick<MatchRecord, 'seed' | 'level' | 'rules'>, wish: Wish): Entered | Turned {
    if (wish.seat !== undefined && !scenario.seats.some(({ id }) => id === wish.seat)) return turn('bad-message', { field: 'seat' });
    const token = newToken();
    const member = { id: newMemberId(), name: wish.name, tokenHash: tokenHash(token), seat: wish.seat ?? null, joinedAt: this.#now() };
    const code = this.#hall.createRecord({
      scenario: scenario.id, title: wish.title, preset: wish.preset, level: from.level, bots: wish.bots, rules: from.rules, private: wish.private, status: 'running', seed: from.seed,
      botPace: wish.botPace ?? null, host: member.id, round: state.round, fork: { ...origin, seq, round: state.round },
    });
    this.#log.begin(code, entries);
    this.#hall.admit(code, member);
    takeOver(this.#hall.open(code), wish.seat ?? null);
    return { record: this.#hall.find(code) as MatchRecord, member, token };
  }

  /** Matches that ended before the library was kept tell their ending by their log. */
  #lookUpEndings(): void {
    for (const code of this.#log.endingUnknown(LOOK_UP)) {
      const record = this.#log.find(code);
      const scenario = record && this.#hall.scenario(record.scenario);
      const entries = this.#log.read(code, Math.max(1, this.#log.lastSnapshot(code)));
      const state = scenario ? entries.reduce((before, entry) => after(scenario, before, entry), waiting(scenario)) : null;
      this.#log.setEnding(code, state?.ending?.tier ?? '', entries.at(-1)?.at ?? record?.createdAt ?? 0);
    }
  }
}

const after = (scenario: Scenario, state: MatchState, entry: Entry): MatchState =>
  (isSnapshot(entry) ? upgradeState(scenario, entry.snapshot) : entry.events.reduce((before, event) => evolve(before, upgradeEvent(scenario, event)), state));

/** The entries up to a step, or up to the first step of a round, with the snapshot that belongs to it. */
function prefixOf(scenario: Scenario, entries: readonly Entry[], { step, round }: Place): Prefix | Turned {
  let state = waiting(scenario);
  let index = -1;
  for (const [i, entry] of entries.entries()) {
    if (isSnapshot(entry)) continue;
    state = after(scenario, state, entry);
    index += 1;
    if (step === undefined ? round === undefined || state.round < round : index < step) continue;
    if (state.status !== 'running') return turn('step-after-end', { step: index });
    const next = entries[i + 1];
    const count = next && isSnapshot(next) ? i + 2 : i + 1;
    return { entries: entries.slice(0, count), state, seq: entry.seq };
  }
  return turn('no-step', { step: step ?? round ?? 0, most: index });
}

/** Whoever held a seat then is not here now: the asker holds the own one, bots the others, and no desk keeps the table waiting. */
function takeOver(session: MatchSession, seat: string | null): void {
  const table = { kind: 'table' } as const;
  const { desk } = session.state;
  if (desk) {
    if (desk.paused) session.submit(table, { type: 'desk', act: { type: 'resume' } });
    if (desk.approval.length > 0) session.submit(table, { type: 'desk', act: { type: 'approval', commands: [] } });
    for (const { member, name } of desk.delegates) session.submit(table, { type: 'desk', act: { type: 'assign', member, name, seat: null, office: null } });
  }
  for (const [id, { holder }] of Object.entries(session.state.seats)) {
    const now = id === seat ? 'people' : 'bot';
    if (holder !== now) session.submit(table, { type: 'hold', seat: id, holder: now });
  }
}
