/** The map in words: every arc, marker, pulse and line of the model as a sentence, in the order one would read it aloud. */
import type { MapModel, Selection, Text } from './types.ts';

export interface TwinItem {
  readonly id: string;
  readonly text: Text;
  readonly select: Selection | null;
}
export interface TwinSection {
  readonly id: string;
  readonly heading: Text;
  readonly items: readonly TwinItem[];
  readonly empty: Text;
}

export function textTwin(model: MapModel): readonly TwinSection[] {
  const arcs = (kind: 'relation' | 'commitment' | 'action'): TwinItem[] =>
    model.arcs.filter((arc) => arc.kind === kind).map((arc) => ({ id: arc.id, text: arc.label, select: { kind: 'arc', id: arc.id } }));
  const section = (id: string, items: readonly TwinItem[]): TwinSection => ({
    id,
    heading: { key: `twin.${id}.heading` },
    items,
    empty: { key: `twin.${id}.empty` },
  });
  return [
    section(
      'threats',
      model.threats.map((threat) => ({ id: `threat:${threat.id}`, text: threat.label, select: { kind: 'threat', id: threat.id } })),
    ),
    section('actions', [...arcs('action'), ...model.pulses.map((pulse) => ({ id: `pulse:${pulse.id}`, text: pulse.label, select: null }))]),
    section(
      'proposals',
      model.proposals.map((proposal) => ({ id: `proposal:${proposal.id}`, text: proposal.label, select: { kind: 'proposal', id: proposal.id } })),
    ),
    section('relations', arcs('relation')),
    section('commitments', [...arcs('commitment'), ...model.treaties.map((treaty) => ({ id: `treaty:${treaty.id}`, text: treaty.label, select: null }))]),
    section(
      'seats',
      model.badges.map((badge) => ({ id: `seat:${badge.seat}`, text: badge.label, select: { kind: 'seat', id: badge.seat } })),
    ),
    section(
      'places',
      model.places.map((place) => ({ id: `place:${place.id}`, text: place.label, select: { kind: 'place', id: place.id } })),
    ),
    section(
      'lines',
      model.lines.map((line) => ({ id: `line:${line.id}`, text: line.label, select: null })),
    ),
  ];
}
