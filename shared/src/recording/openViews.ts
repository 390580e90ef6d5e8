/** Opens a recording of one viewer's views as far as it is sound. Never throws, runs nothing. */
import { applyPatch } from '../engine/patch.ts';
import type { View, ViewPatch, Viewer } from '../model/view.ts';
import type { PublicScenario } from '../scenario/public.ts';
import { lineDigest, linkOf } from './chain.ts';
import { AnnotationLine, MOST_CHARACTERS, type Annotation } from './format.ts';
import { harmless } from './harmless.ts';
import type { Problem, ProblemCode, RecordingRefusal } from './open.ts';
import { FirstSight, NextSight, VIEWS_FORMAT, VIEWS_NAME, ViewsClosing, ViewsHeader } from './viewsFormat.ts';

export interface OpenedViews {
  readonly header: ViewsHeader; readonly scenario: PublicScenario; readonly viewer: Viewer;
  readonly sights: readonly { readonly seq: number; readonly at: number; readonly view: View }[];
  readonly closing: ViewsClosing | null; readonly annotations: readonly Annotation[]; readonly problems: readonly Problem[];
}
export const isViews = (result: object): result is OpenedViews => 'sights' in result;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
function parse(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && harmless(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a text says of itself that it holds one viewer's views. */
export const looksLikeViews = (text: string): boolean => parse(text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')).replace(/^\uFEFF/, ''))?.['format'] === VIEWS_NAME;

export function openViews(text: string): OpenedViews | RecordingRefusal {
  const refused = (code: RecordingRefusal['code'], params: RecordingRefusal['params'] = {}): RecordingRefusal => ({ refused: true, code, params, seen: {} });
  try {
    if (text.length > MOST_CHARACTERS) return refused('too-large', { size: Math.ceil(text.length / 1048576), most: MOST_CHARACTERS / 1048576 });
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    const raw = parse(lines[0] ?? '');
    if (raw?.['format'] !== VIEWS_NAME) return refused('foreign');
    if (typeof raw['version'] === 'number' && raw['version'] > VIEWS_FORMAT) return refused('newer', { version: raw['version'], format: VIEWS_FORMAT });
    const header = ViewsHeader.safeParse(raw);
    if (!header.success) return refused('bad-header', { field: (header.error.issues[0]?.path ?? []).map(String).join('.').slice(0, 120) });
    const scenario = header.data.scenario.data as unknown as PublicScenario;
    if (!usable(scenario)) return refused('bad-scenario', { scenario: header.data.scenario.id });
    const body = read(lines);
    if (body.sights.length === 0) return refused('no-entries');
    return { header: header.data, scenario, viewer: header.data.viewer as Viewer, ...body };
  } catch {
    return refused('foreign');
  }
}

/** What every part of the player leans on; the rest is checked where it is drawn. */
const usable = (scenario: PublicScenario): boolean => (['seats', 'clauses', 'actions', 'events', 'roundLabels'] as const).every((key) => Array.isArray(scenario[key])) && scenario.seats.every((seat) => isObject(seat) && typeof seat.id === 'string');
const SLICES = ['table', 'gauges', 'craft', 'seats', 'trust', 'proposals', 'commitments', 'channels', 'news', 'history', 'worth'] as const;
const whole = (view: Json): boolean => SLICES.every((key) => isObject(view[key])) && Array.isArray(view['revealed']) && typeof (view['table'] as Json)['round'] === 'number';

function read(lines: readonly string[]): Pick<OpenedViews, 'sights' | 'closing' | 'annotations' | 'problems'> {
  const sights: { seq: number; at: number; view: View }[] = [];
  const problems: Problem[] = [];
  const annotations: Annotation[] = [];
  const digest = lineDigest();
  digest.add(lines[0] ?? '');
  let [link, going] = ['', true];
  let closing: ViewsClosing | null = null;
  const stop = (code: ProblemCode, params: Problem['params']): void => { if (going) problems.push({ code, params }); going = false; };
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === '') continue;
    const json = parse(line);
    if (json !== null && 'annotation' in json) {
      const remark = AnnotationLine.safeParse(json);
      if (remark.success && annotations.length < 5000) annotations.push(remark.data.annotation); else problems.push({ code: 'annotation', params: { line: i + 1 } });
      continue;
    }
    if (!going) continue;
    const last = sights.at(-1);
    if (json === null) { stop(i === lines.length - 1 ? 'cut' : 'unreadable', i === lines.length - 1 ? { seq: sights.length } : { line: i + 1 }); continue; }
    if (closing) { problems.push({ code: 'after-closing', params: { line: i + 1 } }); continue; }
    if (json['end'] === true) {
      const end = ViewsClosing.safeParse(json);
      if (!end.success) { stop('schema', { line: i + 1, field: 'end' }); continue; }
      closing = end.data;
      if (closing.entries !== sights.length) problems.push({ code: 'count', params: { said: closing.entries, found: sights.length } });
      else if (closing.digest !== digest.hex()) problems.push({ code: 'digest', params: {} });
      continue;
    }
    const shape = last ? NextSight.safeParse(json) : FirstSight.safeParse(json);
    if (!shape.success) { stop('schema', { line: i + 1, field: (shape.error.issues[0]?.path ?? []).map(String).join('.').slice(0, 120) }); continue; }
    digest.add(line);
    const { hash, ...open } = json;
    if (shape.data.seq !== sights.length + 1) { stop('sequence', { seq: sights.length + 1, found: shape.data.seq }); continue; }
    if (linkOf(link, open) !== hash) { stop('chain', { seq: shape.data.seq }); continue; }
    link = String(hash);
    const view = last ? applyPatch(last.view, { rev: shape.data.seq, set: open['set'], del: open['del'] } as ViewPatch) : (open['view'] as View);
    if (!whole(view as unknown as Json)) { stop('fold', { seq: shape.data.seq }); continue; }
    sights.push({ seq: shape.data.seq, at: shape.data.at, view });
  }
  if (going && closing === null) stop('cut', { seq: sights.length });
  return { sights, closing, problems, annotations: annotations.filter(({ seq }) => seq <= sights.length) };
}
