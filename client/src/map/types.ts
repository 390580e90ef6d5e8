/** What the map takes in and what it shows. Plain data: no game view, no drawing library, no DOM. */
import type { PaletteKey, Pattern } from './palette.ts';
import type { LonLat } from './projection.ts';

/** A text as key and parameters, said in the reader's language only at the edge. Lists become "a, b and c". */
export interface Text {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number | Text | readonly Text[]>>;
}

export type SeatId = string;
export type Band = 0 | 1 | 2 | 3 | 4;
export type ActTone = 'hostile' | 'neutral' | 'friendly';
export type CommitmentState = 'agreed' | 'due' | 'late' | 'performed' | 'unverifiable' | 'breached' | 'reversed' | 'lapsed' | 'superseded' | 'disputed' | 'blocked' | 'ratifying';
export type ThreatKind = 'nuclear' | 'missile' | 'naval' | 'border' | 'refugees' | 'other';
export type Layer = 'relations' | 'commitments' | 'proposals' | 'actions' | 'threats';
/** Which of two names in use comes first; both are always shown. */
export type NameOrder = 'korean-first' | 'other-first';

export interface MapSeat {
  readonly id: SeatId;
  readonly palette: PaletteKey;
  /** Place id of the capital. */
  readonly capital: string;
  readonly pattern?: Pattern;
  /** Defaults: `seat.<palette>` and `code.<palette>` of the map's own texts. */
  readonly name?: Text;
  readonly code?: Text;
}
export interface MapRelation {
  readonly a: SeatId;
  readonly b: SeatId;
  readonly band: Band;
  readonly exact?: number | null;
}
export interface MapTreaty {
  readonly id: string;
  readonly clause: string;
  readonly name?: Text;
  readonly givers: readonly SeatId[];
  readonly receivers: readonly SeatId[];
  readonly state: CommitmentState;
}
export interface MapProposal {
  readonly id: string;
  readonly parties: readonly SeatId[];
  readonly scope: 'plenary' | 'bilateral';
  readonly signedBy: readonly SeatId[];
  readonly name?: Text;
}
export interface MapAction {
  readonly id: string;
  readonly actor: SeatId;
  readonly target?: SeatId | null;
  readonly placeId?: string | null;
  readonly tone: ActTone;
  readonly name?: Text;
}
/** A threat in the bud: stage 1 (stirring) to 3 (open). */
export interface MapThreat {
  readonly placeId: string;
  readonly kind: ThreatKind;
  readonly stage: 1 | 2 | 3;
  readonly id?: string;
  readonly name?: Text;
}
export interface Selection {
  readonly kind: 'seat' | 'place' | 'arc' | 'proposal' | 'threat';
  readonly id: string;
}

export interface MapInput {
  readonly seats: readonly MapSeat[];
  readonly relations: readonly MapRelation[];
  readonly treaties: readonly MapTreaty[];
  readonly proposals: readonly MapProposal[];
  readonly actions: readonly MapAction[];
  readonly threats: readonly MapThreat[];
  readonly selection: Selection | null;
  /** First and last year the match plays in; sites that did not exist then are left out. Default 2003-2009. */
  readonly years?: readonly [number, number];
  readonly hidden?: readonly Layer[];
  readonly nameOrder?: NameOrder;
}

export type Tone = 'hostile' | 'cold' | 'neutral' | 'warm' | 'close';
export type ColorKey = PaletteKey | Tone | 'ink' | 'broken';
export type PlaceKind =
  | 'capital'
  | 'beyond'
  | 'gateway'
  | 'city'
  | 'port'
  | 'nuclear'
  | 'reactor'
  | 'launch'
  | 'base'
  | 'venue'
  | 'zone'
  | 'crossing'
  | 'island'
  | 'islet';

/** Where a seat's lines begin. `beyond` lies outside the frame and is docked at its edge. */
export interface Anchor {
  readonly seat: SeatId;
  readonly place: string;
  readonly at: LonLat;
  readonly beyond: boolean;
}

export interface MapArc {
  readonly id: string;
  readonly kind: 'relation' | 'commitment' | 'action';
  readonly from: Anchor;
  readonly to: Anchor;
  readonly color: ColorKey;
  readonly pattern: Pattern;
  readonly tone: Tone | null;
  readonly width: number;
  /** 0 is the pair's own curve; further lanes bow out so that lines of one pair do not cover each other. */
  readonly lane: number;
  readonly arrow: 'none' | 'to' | 'both';
  readonly broken: boolean;
  /** Known but not drawn: a neutral relation nobody asked about. The text twin still reads it. */
  readonly quiet: boolean;
  /** Drawn pale because another seat is selected. */
  readonly faded: boolean;
  readonly label: Text;
  readonly selected: boolean;
}
export interface PlaceMarker {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly seat: SeatId | null;
  readonly user: PaletteKey | null;
  readonly palette: PaletteKey | null;
  readonly at: LonLat;
  readonly rank: number;
  readonly name: Text;
  readonly label: Text;
  readonly selected: boolean;
}
export interface ThreatMarker {
  readonly id: string;
  readonly place: string;
  readonly at: LonLat;
  readonly kind: ThreatKind;
  readonly stage: 1 | 2 | 3;
  readonly short: Text;
  readonly label: Text;
  readonly selected: boolean;
}
export interface ProposalMarker {
  readonly id: string;
  readonly venue: LonLat | null;
  readonly between: readonly [Anchor, Anchor] | null;
  /** Place among the proposals that share the spot. */
  readonly slot: number;
  readonly segments: readonly { readonly color: PaletteKey; readonly signed: boolean }[];
  readonly label: Text;
  readonly selected: boolean;
}
export interface Pulse {
  readonly id: string;
  readonly at: LonLat;
  readonly anchor: Anchor | null;
  readonly tone: ActTone;
  readonly color: ColorKey;
  readonly label: Text;
}
export interface SeatBadge {
  readonly seat: SeatId;
  readonly anchor: Anchor;
  readonly palette: PaletteKey;
  readonly pattern: Pattern;
  readonly code: Text;
  readonly name: Text;
  readonly label: Text;
  readonly selected: boolean;
  /** Printed on the badge when the capital lies beyond the plate. */
  readonly toward: Text | null;
}
export interface AreaLabel {
  readonly id: string;
  readonly kind: 'land' | 'sea';
  readonly palette: PaletteKey | null;
  readonly at: LonLat;
  readonly size: number;
  readonly rotate: number;
  readonly spacing: number;
  readonly minScale: number;
  readonly maxScale: number;
  readonly name: Text;
}
export interface MapModel {
  readonly arcs: readonly MapArc[];
  readonly places: readonly PlaceMarker[];
  readonly threats: readonly ThreatMarker[];
  readonly proposals: readonly ProposalMarker[];
  readonly pulses: readonly Pulse[];
  readonly badges: readonly SeatBadge[];
  readonly areas: readonly AreaLabel[];
  /** Every treaty line by itself; the arcs bundle them by pair. */
  readonly treaties: readonly { readonly id: string; readonly label: Text }[];
  readonly lines: readonly { readonly id: string; readonly label: Text }[];
  readonly selection: Selection | null;
  /** Palette key of the land to light up. */
  readonly glow: PaletteKey | null;
}
