/** Opens a recording as far as it is sound: every line by schema, the chain by hash, every event folded in trial. Never throws, runs nothing. */
import { evolve } from '../engine/evolve.ts';
import { hashOf } from '../engine/hash.ts';
import { upgradeCommand, upgradeEvent } from '../engine/upgrade.ts';
import type { MatchState } from '../model/state.ts';
import { waiting } from '../rules/setup.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import { lineDigest, linkOf } from './chain.ts';
import { ActLine, AnnotationLine, Closing, isSnapshot, MOST_CHARACTERS, RECORDING_FORMAT, RecordingHeader, RULES_VERSION, SnapshotLine, type ActEntry, type Annotation, type RecordedEntry } from './format.ts';
import { harmless } from './harmless.ts';
import { upgradeHeader } from './upgrade.ts';

/** Rendered as `problem.<code>` (namespace replay); with `cut`, `unreadable`, `chain` and the like nothing after that place is played. */
export interface Problem { readonly code: ProblemCode; readonly params: Readonly<Record<string, string | number>> }
export type ProblemCode =
  | 'cut' | 'unreadable' | 'schema' | 'sequence' | 'chain' | 'fold'
  | 'count' | 'digest' | 'outcome' | 'annotation' | 'after-closing' | 'scenario-changed' | 'older-format' | 'older-rules' | 'newer-rules';
export type OpenRefusalCode = 'empty' | 'too-large' | 'foreign' | 'views' | 'newer' | 'bad-header' | 'no-scenario' | 'bad-scenario' | 'no-entries';

/** Nothing of the file can be played; `seen` is what its first line says all the same, as plain text. */
export interface RecordingRefusal {
  readonly refused: true; readonly code: OpenRefusalCode; readonly params: Readonly<Record<string, string | number>>;
  readonly seen: { readonly match?: string; readonly title?: string; readonly scenario?: string; readonly startedAt?: number; readonly software?: string };
}
export interface Opened {
  readonly header: RecordingHeader; readonly scenario: Scenario;
  /** Sound entries in order, snapshots among them, in today's shapes. */
  readonly entries: readonly RecordedEntry[];
  readonly closing: Closing | null;
  readonly annotations: readonly Annotation[];
  /** What is wrong or worth knowing, in order of appearance; empty for a sound file of today. */
  readonly problems: readonly Problem[];
}
export const isOpened = (result: Opened | RecordingRefusal): result is Opened => !('refused' in result);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const pathOf = (issue: { readonly path: readonly PropertyKey[] } | undefined): string => (issue?.path ?? []).map(String).join('.').slice(0, 120);

/** One line as a harmless JSON object, or null. */
function parse(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && harmless(value) ? value : null;
  } catch {
    return null;
  }
}

function seenIn(header: Json | null): RecordingRefusal['seen'] {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 200) : undefined);
  const [match, title, software] = [text(header?.['match']), text(header?.['title']), text(header?.['software'])];
  const named = header?.['scenario'];
  const scenario = isObject(named) ? text(named['id']) : undefined;
  const startedAt = header?.['startedAt'];
  return { ...(match ? { match } : {}), ...(title ? { title } : {}), ...(scenario ? { scenario } : {}), ...(software ? { software } : {}), ...(typeof startedAt === 'number' ? { startedAt } : {}) };
}

/** Opens a file's text. `find` gives the scenario of an id for files of format 1, which did not carry theirs. */
export function openRecording(text: string, find: (scenario: string) => unknown = () => undefined): Opened | RecordingRefusal {
  try {
    return opened(text, find);
  } catch {
    // Whatever no check above has foreseen: the file is to blame, never the page.
    return { refused: true, code: 'foreign', params: {}, seen: {} };
  }
}

function opened(text: string, find: (scenario: string) => unknown): Opened | RecordingRefusal {
  if (text.length > MOST_CHARACTERS) return { refused: true, code: 'too-large', params: { size: Math.ceil(text.length / 1048576), most: MOST_CHARACTERS / 1048576 }, seen: {} };
  const end = text.indexOf('\n');
  const first = (end < 0 ? text : text.slice(0, end)).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { refused: true, code: 'empty', params: {}, seen: {} };
  const raw = parse(first);
  const seen = seenIn(raw);
  const refused = (code: OpenRefusalCode, params: RecordingRefusal['params'] = {}): RecordingRefusal => ({ refused: true, code, params, seen });
  // What one viewer saw can be played (openViews.ts), but holds no acts.
  if (raw?.['format'] === 'concert-view') return refused('views');
  if (raw?.['format'] !== 'concert') return refused('foreign');
  const version = raw['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refused('bad-header', { field: 'version' });
  if (version > RECORDING_FORMAT) return refused('newer', { version, format: RECORDING_FORMAT });
  const upgraded = upgradeHeader(raw, find);
  const named = upgraded['scenario'];
  if (isObject(named) && named['data'] === undefined) return refused('no-scenario', { scenario: seen.scenario ?? '' });
  const header = RecordingHeader.safeParse(upgraded);
  if (!header.success) return refused('bad-header', { field: pathOf(header.error.issues[0]) });
  let scenario: Scenario;
  try {
    scenario = loadScenario(header.data.scenario.data);
  } catch {
    return refused('bad-scenario', { scenario: seen.scenario ?? '' });
  }
  const body = new Body(scenario, first);
  if (version < RECORDING_FORMAT) body.note('older-format', { version, format: RECORDING_FORMAT });
  if (hashOf(scenario) !== header.data.scenario.hash) body.note('scenario-changed', { scenario: scenario.id });
  const { rulesVersion } = header.data;
  if (rulesVersion !== RULES_VERSION) body.note(rulesVersion < RULES_VERSION ? 'older-rules' : 'newer-rules', { rules: rulesVersion, now: RULES_VERSION });
  body.read(text, end);
  if (!body.entries.some((entry) => !isSnapshot(entry))) return refused('no-entries');
  return { header: header.data, scenario, entries: body.entries, closing: body.closing, annotations: body.annotations, problems: body.problems };
}

/** Reads the lines after the header, one by one. */
class Body {
  readonly entries: RecordedEntry[] = [];
  readonly annotations: Annotation[] = [];
  readonly problems: Problem[] = [];
  closing: Closing | null = null;
  readonly #scenario: Scenario;
  readonly #digest = lineDigest();
  #state: MatchState;
  #link = '';
  #whole = true;

  constructor(scenario: Scenario, header: string) {
    this.#scenario = scenario;
    this.#state = waiting(scenario);
    this.#digest.add(header);
  }

  note(code: ProblemCode, params: Problem['params'] = {}): void { this.problems.push({ code, params }); }

  read(text: string, headerEnd: number): void {
    let number = 1;
    for (let from = headerEnd < 0 ? text.length : headerEnd + 1; from < text.length;) {
      const found = text.indexOf('\n', from);
      const to = found < 0 ? text.length : found;
      const line = text.slice(from, to);
      from = to + 1;
      number += 1;
      if (line.trim() !== '') this.#line(line, number, found < 0);
    }
    if (this.#whole && this.closing === null) this.#stop('cut', { seq: this.#seq });
    const last = this.#seq;
    for (const { id, seq } of this.annotations) if (seq > last) this.note('annotation', { id, seq });
    this.annotations.splice(0, this.annotations.length, ...this.annotations.filter(({ seq }) => seq <= last));
  }

  get #seq(): number { return this.entries.at(-1)?.seq ?? 0; }
  /** Nothing after this is played; only remarks are still read. */
  #stop(code: ProblemCode, params: Problem['params']): void {
    if (this.#whole) this.note(code, params);
    this.#whole = false;
  }

  #line(line: string, number: number, unfinished: boolean): void {
    const json = parse(line);
    if (json === null) return this.#stop(unfinished ? 'cut' : 'unreadable', unfinished ? { seq: this.#seq } : { line: number });
    if ('annotation' in json) return this.#annotation(json, number);
    if (!this.#whole) return;
    if (this.closing) return this.note('after-closing', { line: number });
    if (json['end'] === true) return this.#close(json, number);
    const shape = 'snapshot' in json ? SnapshotLine.safeParse(json) : ActLine.safeParse(json);
    if (!shape.success) return this.#stop('schema', { line: number, field: pathOf(shape.error.issues[0]) });
    this.#digest.add(line);
    this.#entry(json as unknown as RecordedEntry);
  }

  #entry(entry: RecordedEntry): void {
    const { hash, ...open } = entry;
    if (entry.seq !== this.#seq + 1) return this.#stop('sequence', { seq: this.#seq + 1, found: entry.seq });
    if (linkOf(this.#link, open) !== hash) return this.#stop('chain', { seq: entry.seq });
    this.#link = hash;
    if (isSnapshot(entry)) { this.entries.push(entry); return; }
    try {
      const events = entry.events.map((event) => upgradeEvent(this.#scenario, event));
      this.#state = events.reduce(evolve, this.#state);
      if (this.#state.scenario !== this.#scenario.id) throw new Error('another match');
      this.entries.push({ ...entry, command: upgradeCommand(this.#scenario, entry.command), events } satisfies ActEntry);
    } catch {
      this.#stop('fold', { seq: entry.seq });
    }
  }

  #close(json: Json, number: number): void {
    const closing = Closing.safeParse(json);
    if (!closing.success) return this.#stop('schema', { line: number, field: pathOf(closing.error.issues[0]) });
    this.closing = closing.data;
    const { entries, digest, outcome } = closing.data;
    if (entries !== this.entries.length) this.note('count', { said: entries, found: this.entries.length });
    else if (digest !== this.#digest.hex()) this.note('digest');
    else if (outcome !== (this.#state.ending?.tier ?? null)) this.note('outcome', { said: outcome ?? '', found: this.#state.ending?.tier ?? '' });
  }

  #annotation(json: Json, number: number): void {
    const read = AnnotationLine.safeParse(json);
    if (read.success && this.annotations.length < 5000) this.annotations.push(read.data.annotation);
    else this.note('annotation', { line: number });
  }
}
