/** Which marks stand under the slider, in which of two lanes and in which shape; nearness is settled by weight. Pure. */
import type { Viewer } from '@concert/shared';
import { newsFor } from './sight.ts';
import type { Mark, Reel } from '@concert/shared/recording/index';

/** What a reader looks for; several marks of the recording make one of these. */
export const SIGNS = ['chapter', 'adopted', 'proposal', 'signed', 'test', 'crisis', 'breach', 'talks', 'event', 'inject', 'ended'] as const;
export type Sign = (typeof SIGNS)[number];
const SIGN_OF: Readonly<Partial<Record<Mark, Sign>>> = {
  proposal: 'proposal', signed: 'signed', adopted: 'adopted', institution: 'adopted', breach: 'breach', found: 'breach', denied: 'breach', reversed: 'breach', leak: 'breach', wedge: 'breach',
  test: 'test', launch: 'test', crisis: 'crisis', war: 'crisis', inject: 'inject', desk: 'inject', rewound: 'inject', event: 'event', suspended: 'talks', resumed: 'talks', demarche: 'event', annotation: 'chapter', ended: 'ended',
};
/** Upper lane: what was agreed; lower lane: what went wrong or came from outside. */
export const LANE: Readonly<Record<Sign, 0 | 1>> = { chapter: 0, adopted: 0, proposal: 0, signed: 0, ended: 0, test: 1, crisis: 1, breach: 1, talks: 1, event: 1, inject: 1 };
/** Drawn first where two would cover each other. */
const WEIGHT: Readonly<Record<Sign, number>> = { ended: 9, test: 8, crisis: 7, adopted: 6, talks: 6, breach: 5, chapter: 0.5, inject: 4, event: 3, proposal: 2, signed: 1 };

export interface Signed { readonly step: number; readonly sign: Sign }

/** The signs of a step as this viewer could see them then, each once, weightiest first. */
export function signsAt(reel: Reel, step: number, viewer: Viewer): readonly Sign[] {
  const at = reel.steps[step];
  // FD: what the desk did in the open, or to these eyes, is a sign whatever it changed.
  const desk: readonly Sign[] = at?.command.type === 'desk' && (viewer.kind === 'all' || newsFor(at, viewer).length > 0) ? ['inject'] : [];
  const signs = [...reel.marksFor(step, viewer).flatMap((mark) => SIGN_OF[mark] ?? []), ...desk];
  return [...new Set(signs)].sort((a, b) => WEIGHT[b] - WEIGHT[a]);
}

/** All signs up to a step, in order. */
export function signsOf(reel: Reel, viewer: Viewer, last: number): readonly Signed[] {
  return reel.steps.slice(0, last + 1).flatMap(({ index }) => signsAt(reel, index, viewer).map((sign) => ({ step: index, sign })));
}

/** Those of a lane that fit without touching: `room` is the least distance in steps. */
export function spaced(signs: readonly Signed[], lane: 0 | 1, room: number): readonly Signed[] {
  const kept: Signed[] = [];
  for (const each of signs.filter(({ sign }) => LANE[sign] === lane).sort((a, b) => WEIGHT[b.sign] - WEIGHT[a.sign] || a.step - b.step)) {
    if (kept.every(({ step }) => Math.abs(step - each.step) >= room)) kept.push(each);
  }
  return kept.sort((a, b) => a.step - b.step);
}
