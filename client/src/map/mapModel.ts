/** From what the map is told to what it shows. Pure: the drawing and the text twin both read this one model. */
import { AREAS, LINES, SITES, siteOf, sitesIn } from './atlas.ts';
import type { Site } from './atlas.ts';
import { actionArcs, commitmentArcs, finish, inForce, relationArcs } from './mapArcs.ts';
import type { Seats } from './mapArcs.ts';
import { SEAT_STYLE } from './palette.ts';
import type { Anchor, AreaLabel, MapInput, MapModel, MapSeat, PlaceMarker, ProposalMarker, Pulse, SeatBadge, Text, ThreatMarker } from './types.ts';

export const DEFAULT_YEARS: readonly [number, number] = [2003, 2009];
/** The plenary talks sit in Beijing. */
const TABLE = 'beijing';

const seatName = (seat: MapSeat): Text => seat.name ?? { key: `seat.${seat.palette}` };
const placeName = (id: string): Text => ({ key: `place.${id}` });

function anchorOf(seat: MapSeat): Anchor | null {
  const capital = siteOf(seat.capital);
  const site = capital?.gateway ? siteOf(capital.gateway) : capital;
  return site ? { seat: seat.id, place: site.id, at: site.at, beyond: site.kind === 'beyond' } : null;
}

function seatsOf(input: MapInput): Seats {
  const byId = new Map(input.seats.map((seat) => [seat.id, seat]));
  const anchors = input.seats.flatMap((seat) => anchorOf(seat) ?? []);
  return {
    list: input.seats,
    anchor: new Map(anchors.map((anchor) => [anchor.seat, anchor])),
    name: (id) => {
      const seat = byId.get(id);
      return seat ? seatName(seat) : { key: 'seat.unknown' };
    },
    pattern: (id) => {
      const seat = byId.get(id);
      return seat ? (seat.pattern ?? SEAT_STYLE[seat.palette].pattern) : 'light';
    },
  };
}

function badge(seat: MapSeat, input: MapInput, seats: Seats): SeatBadge | null {
  const anchor = seats.anchor.get(seat.id);
  if (!anchor) return null;
  const name = seatName(seat);
  const relayed = anchor.place !== seat.capital;
  const key = relayed ? 'twin.seatRelayed' : anchor.beyond ? 'twin.seatBeyond' : 'twin.seat';
  return {
    seat: seat.id,
    anchor,
    palette: seat.palette,
    pattern: seats.pattern(seat.id),
    code: seat.code ?? { key: `code.${seat.palette}` },
    name,
    label: { key, params: { seat: name, capital: placeName(seat.capital), ...(relayed ? { gateway: placeName(anchor.place) } : {}) } },
    selected: input.selection?.kind === 'seat' && input.selection.id === seat.id,
    toward: anchor.beyond || relayed ? { key: 'ui.toward', params: { place: placeName(seat.capital) } } : null,
  };
}

function marker(site: Site, input: MapInput): PlaceMarker {
  const owner = input.seats.find((seat) => seat.palette === site.seat);
  const kind: Text = site.user ? { key: 'kind.baseOf', params: { user: { key: `seat.${site.user}` } } } : { key: `kind.${site.kind}` };
  return {
    id: site.id,
    kind: site.kind,
    seat: owner?.id ?? null,
    palette: site.seat,
    user: site.user ?? null,
    at: site.at,
    rank: site.rank,
    name: placeName(site.id),
    label: { key: 'twin.place', params: { place: placeName(site.id), kind } },
    selected: input.selection?.kind === 'place' && input.selection.id === site.id,
  };
}

const threatMarkers = (input: MapInput): ThreatMarker[] =>
  input.threats.flatMap((threat) => {
    const site = siteOf(threat.placeId);
    if (!site) return [];
    const id = threat.id ?? `${threat.kind}@${threat.placeId}`;
    const name = threat.name ?? { key: `threat.${threat.kind}` };
    return [
      {
        id,
        place: site.id,
        at: site.at,
        kind: threat.kind,
        stage: threat.stage,
        short: name,
        selected: input.selection?.kind === 'threat' && input.selection.id === id,
        label: { key: 'twin.threat', params: { threat: name, place: placeName(site.id), stage: { key: `stage.${threat.stage}` } } },
      },
    ];
  });

function proposalMarkers(input: MapInput, seats: Seats): ProposalMarker[] {
  const slots = new Map<string, number>();
  const table = siteOf(TABLE);
  return input.proposals.map((proposal) => {
    const ends = proposal.parties.flatMap((id) => seats.anchor.get(id) ?? []);
    const [a, b] = ends;
    const between = proposal.scope === 'bilateral' && a && b ? ([a, b] as const) : null;
    const spot = between
      ? input.seats
          .map((seat) => seat.id)
          .filter((id) => id === between[0].seat || id === between[1].seat)
          .join('-')
      : TABLE;
    const slot = slots.get(spot) ?? 0;
    slots.set(spot, slot + 1);
    const signed = new Set(proposal.signedBy);
    const open = proposal.parties.filter((id) => !signed.has(id));
    const head = { proposal: proposal.name ?? { key: 'twin.aProposal' }, parties: proposal.parties.map(seats.name) };
    const label: Text =
      open.length === 0
        ? { key: 'twin.proposalAll', params: head }
        : signed.size === 0
          ? { key: 'twin.proposalNone', params: head }
          : { key: 'twin.proposal', params: { ...head, signed: proposal.signedBy.map(seats.name), open: open.map(seats.name) } };
    return {
      id: proposal.id,
      venue: between ? null : (table?.at ?? null),
      between,
      slot,
      label,
      segments: input.seats.filter((seat) => proposal.parties.includes(seat.id)).map((seat) => ({ color: seat.palette, signed: signed.has(seat.id) })),
      selected: input.selection?.kind === 'proposal' && input.selection.id === proposal.id,
    };
  });
}

/** An act without a target seat, or with a place of its own, pulses there; a targeted act is an arrow. */
const pulses = (input: MapInput, seats: Seats): Pulse[] =>
  input.actions.flatMap((act) => {
    const site = act.placeId ? siteOf(act.placeId) : undefined;
    const anchor = seats.anchor.get(act.actor) ?? null;
    if (!site && (act.target || !anchor)) return [];
    const at = site?.at ?? anchor?.at;
    const color = input.seats.find((seat) => seat.id === act.actor)?.palette ?? 'ink';
    const params = { actor: seats.name(act.actor), act: act.name ?? { key: 'twin.anAct' }, ...(site ? { place: placeName(site.id) } : {}) };
    return at
      ? [
          {
            id: act.id,
            at,
            anchor: site ? null : anchor,
            tone: act.tone,
            color,
            label: { key: site ? `twin.act.${act.tone}.place` : `twin.act.${act.tone}`, params },
          },
        ]
      : [];
  });

const areas = (order: MapInput['nameOrder']): AreaLabel[] =>
  AREAS.map((area) => {
    const [first, second] = order === 'other-first' ? [area.names?.[1], area.names?.[0]] : [area.names?.[0], area.names?.[1]];
    const name: Text = first && second ? { key: 'sea.dual', params: { first: { key: first }, second: { key: second } } } : { key: area.id };
    return {
      id: area.id,
      kind: area.kind,
      palette: area.seat,
      at: area.at,
      size: area.size,
      rotate: area.rotate,
      spacing: area.spacing,
      minScale: area.minScale ?? 0,
      maxScale: area.maxScale ?? Infinity,
      name,
    };
  });

export function mapModel(input: MapInput): MapModel {
  const seats = seatsOf(input);
  const shows = (layer: NonNullable<MapInput['hidden']>[number]): boolean => !input.hidden?.includes(layer);
  const drafts = [
    ...(shows('relations') ? relationArcs(input, seats) : []),
    ...(shows('commitments') ? commitmentArcs(input, seats) : []),
    ...(shows('actions') ? actionArcs(input, seats) : []),
  ];
  const threatened = new Set(input.threats.map((threat) => threat.placeId));
  const years = input.years ?? DEFAULT_YEARS;
  const selection = input.selection;
  const sites = new Set([...sitesIn(years), ...SITES.filter((site) => threatened.has(site.id))]);
  return {
    arcs: finish(drafts, input, seats),
    places: SITES.filter((site) => sites.has(site)).map((site) => marker(site, input)),
    threats: shows('threats') ? threatMarkers(input) : [],
    proposals: shows('proposals') ? proposalMarkers(input, seats) : [],
    pulses: shows('actions') ? pulses(input, seats) : [],
    badges: input.seats.flatMap((seat) => badge(seat, input, seats) ?? []),
    areas: areas(input.nameOrder),
    treaties: !shows('commitments')
      ? []
      : input.treaties.filter(inForce).map((treaty) => ({
          id: treaty.id,
          label: {
            key: 'twin.treaty',
            params: {
              treaty: treaty.name ?? { key: 'twin.aTreaty' },
              givers: treaty.givers.map(seats.name),
              receivers: treaty.receivers.map(seats.name),
              state: { key: `state.${treaty.state}` },
            },
          },
        })),
    lines: [{ id: 'mdl', label: { key: 'line.mdl.about' } }, ...LINES.map((line) => ({ id: line.id, label: { key: `line.${line.id}.about` } }))],
    selection,
    glow:
      selection?.kind === 'seat'
        ? (input.seats.find((seat) => seat.id === selection.id)?.palette ?? null)
        : selection?.kind === 'place'
          ? (siteOf(selection.id)?.seat ?? null)
          : null,
  };
}
