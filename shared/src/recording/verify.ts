/** Whether a recording is sound to the last act: what opening finds, then snapshots, and every command decided again by the same rules. */
import { decide } from '../engine/decide.ts';
import { evolve } from '../engine/evolve.ts';
import { canonical } from '../engine/hash.ts';
import { isRefusal } from '../model/commands.ts';
import type { MatchState } from '../model/state.ts';
import { waiting } from '../rules/setup.ts';
import { isSnapshot, RULES_VERSION, type ActEntry } from './format.ts';
import { isOpened, openRecording, type Opened, type OpenRefusalCode, type ProblemCode, type RecordingRefusal } from './open.ts';

export type FindingCode = ProblemCode | OpenRefusalCode | 'snapshot' | 'refused-now' | 'decided-otherwise';
export interface Finding { readonly code: FindingCode; readonly params: Readonly<Record<string, string | number>> }
/** `findings` is empty for a sound recording; `notes` are no faults: an older format, rules of another version. */
export interface Verdict { readonly sound: boolean; readonly entries: number; readonly outcome: string | null; readonly decidedAgain: boolean; readonly findings: readonly Finding[]; readonly notes: readonly Finding[]; readonly opened: Opened | null }

const HARMLESS: readonly string[] = ['older-format', 'older-rules'] satisfies ProblemCode[];

/** Verifies a file's text; `find` as in `openRecording`. */
export function verifyRecording(text: string, find?: (scenario: string) => unknown): Verdict {
  return verdictOn(openRecording(text, find));
}

/** The same of a file that is open already. */
export function verdictOn(opened: Opened | RecordingRefusal): Verdict {
  if (!isOpened(opened)) return { sound: false, entries: 0, outcome: null, decidedAgain: false, findings: [{ code: opened.code, params: opened.params }], notes: [], opened: null };
  const notes = opened.problems.filter(({ code }) => HARMLESS.includes(code));
  const findings: Finding[] = opened.problems.filter(({ code }) => !HARMLESS.includes(code));
  const same = opened.header.rulesVersion === RULES_VERSION;
  const again = decideAgain(opened, same);
  if (again) findings.push(again);
  return { sound: findings.length === 0, entries: opened.entries.length, outcome: opened.closing?.outcome ?? null, decidedAgain: same, findings, notes, opened };
}

/** First entry that the rules would not make so today, or null. Acts of other rules (`same` false) are not asked about; `until` is the last entry looked at. */
export function decideAgain({ scenario, entries }: Opened, same: boolean, until = Number.POSITIVE_INFINITY): Finding | null {
  if (!same) return null;
  let state: MatchState = waiting(scenario);
  for (const entry of entries) {
    if (entry.seq > until) break;
    if (isSnapshot(entry)) {
      if (canonical(entry.snapshot) !== canonical(state)) return { code: 'snapshot', params: { seq: entry.seq } };
      continue;
    }
    const finding = differs(scenario, state, entry);
    if (finding) return finding;
    state = entry.events.reduce(evolve, state);
  }
  return null;
}

function differs(scenario: Opened['scenario'], state: MatchState, { seq, seat, member, command, events }: ActEntry): Finding | null {
  try {
    const decided = decide(scenario, state, seat === null ? { kind: 'table' } : { kind: 'seat', seat, ...(member ? { member } : {}) }, command);
    if (isRefusal(decided)) return { code: 'refused-now', params: { seq, command: command.type, why: decided.code } };
    if (canonical(decided) === canonical(events)) return null;
    const at = decided.findIndex((event, i) => canonical(event) !== canonical(events[i]));
    return { code: 'decided-otherwise', params: { seq, command: command.type, event: at < 0 ? decided.length + 1 : at + 1 } };
  } catch {
    // Rules may throw on a state that no match ever reaches.
    return { code: 'refused-now', params: { seq, command: command.type, why: 'unsound' } };
  }
}
