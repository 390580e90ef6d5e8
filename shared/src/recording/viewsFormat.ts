/** A recording of what one viewer saw (`*.concert-view.jsonl`): first their whole view, then what changed of it, and nothing that they did not have. */
import * as z from 'zod';
import { createProjector } from '../engine/project.ts';
import { diff } from '../engine/patch.ts';
import { evolve } from '../engine/evolve.ts';
import { upgradeEvent } from '../engine/upgrade.ts';
import type { MatchEvent } from '../model/events.ts';
import type { View, Viewer } from '../model/view.ts';
import { waiting } from '../rules/setup.ts';
import { publicScenario } from '../scenario/public.ts';
import type { Scenario } from '../scenario/schema.ts';
import { lineDigest, linkOf } from './chain.ts';
import { RecordedSeat } from './format.ts';

/** What `format` says in the first line of such a file. */
export const VIEWS_NAME = 'concert-view';
export const VIEWS_FORMAT = 1;

const short = z.string().max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
/** Whose eyes: never the all-knowing ones. */
const ViewerLine = z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('seat'), seat: z.string().max(32) }), z.looseObject({ kind: z.literal('public') })]);

export const ViewsHeader = z.looseObject({
  format: z.literal(VIEWS_NAME), version: z.literal(VIEWS_FORMAT), match: short, title: short,
  /** `data` is the scenario as every player may read it. */
  scenario: z.looseObject({ id: short, version: z.int(), data: z.record(z.string(), z.unknown()) }),
  rulesVersion: z.int().min(1), software: short, preset: short, viewer: ViewerLine,
  /** Whether the match was over when this was written. */
  over: z.boolean(),
  seats: z.array(RecordedSeat).max(16), startedAt: z.number().nullable(),
});
export type ViewsHeader = z.infer<typeof ViewsHeader>;
const bag = z.record(z.string().max(80), z.unknown());
export const FirstSight = z.looseObject({ seq: z.literal(1), at: z.number(), view: bag, hash });
export const NextSight = z.looseObject({ seq: z.int().min(2), at: z.number(), set: bag, del: z.record(z.string().max(80), z.array(z.string().max(200)).max(2000)), hash });
export const ViewsClosing = z.looseObject({ end: z.literal(true), entries: count, chain: hash, digest: hash });
export type ViewsClosing = z.infer<typeof ViewsClosing>;

/** Facts of the match that everybody at its door may read; no seed, which would tell what is yet to come. */
export type ViewsFacts = Pick<ViewsHeader, 'match' | 'title' | 'rulesVersion' | 'software' | 'preset' | 'over' | 'seats' | 'startedAt'>;
export interface SeenAct { readonly at: number; readonly events: readonly MatchEvent[] }

/** A view without its menu: what was possible then is not possible now, and it is most of the bytes. */
export const withoutMenu = (view: View): View => ({ ...view, legal: null });

/**
 * The lines of a file, each with its line feed: one for every act after which this viewer's view was another. Acts that changed nothing for them
 * leave no trace, not even a number. `sealed` as in `createProjector`.
 */
export function* viewsLines(scenario: Scenario, facts: ViewsFacts, viewer: Exclude<Viewer, { kind: 'all' }>, acts: Iterable<SeenAct>, sealed = false): Generator<string> {
  const digest = lineDigest();
  const put = (value: object): string => { const line = JSON.stringify(value); digest.add(line); return `${line}\n`; };
  yield put({
    format: VIEWS_NAME, version: VIEWS_FORMAT, ...facts, viewer,
    scenario: { id: scenario.id, version: scenario.version, data: publicScenario(scenario) as unknown as Record<string, unknown> },
  } satisfies ViewsHeader);
  const look = createProjector(scenario, viewer);
  let state = waiting(scenario);
  let shown: View | null = null;
  let [seq, link] = [0, ''];
  for (const { at, events } of acts) {
    state = events.reduce((before, event) => evolve(before, upgradeEvent(scenario, event)), state);
    const view = withoutMenu(look(state, sealed));
    const patch = diff(shown, view, seq + 1);
    if (patch === null) continue;
    const open = shown === null ? { seq: (seq += 1), at, view } : { seq: (seq += 1), at, set: patch.set, del: patch.del };
    // What a reader will have: values that JSON does not keep are lost before they are chained.
    link = linkOf(link, open);
    yield put({ ...open, hash: link });
    shown = view;
  }
  yield `${JSON.stringify({ end: true, entries: seq, chain: link || '0'.repeat(64), digest: digest.hex() } satisfies ViewsClosing)}\n`;
}
