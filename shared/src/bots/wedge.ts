/** The wedge play (M11): one gift promised to two powers that exclude each other, and how powers find it out by comparing notes. */
import type { LineDraft, SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { Table } from './draft.ts';
import { senseOf, type Sense } from './sense.ts';
import { fingerprint } from './worth.ts';
import type { Mind } from './types.ts';

/** What a power must seem to gain before it is worth asking, in clause value; more where it distrusts the sender. */
const BAIT = 4;
const BAIT_FOR_DISTRUST = 2.5;
/** Divergence up to which powers tell each other more than their temper would, and how fast that changes. */
const CLOSE = 50;
const CANDOUR_PER_POINT = 4;
/** How much a point of divergence beyond it closes mouths: more those of tempers that act alone, a little those of all. */
const DISCREET_PER_POINT = 1 / 20;
const LEAST_DISCREET = 20;
const TOGETHER = 95;
/** A clause of many tranches costs its giver more than it says. */
const PER_TRANCHE = 0.7;

const fits = (sense: Sense, c: number, giver: SeatId, receiver: SeatId): boolean => {
  const clause = sense.atlas.clauses[c];
  return clause !== undefined && clause.giver.seats.includes(giver) && clause.receiver.seats.includes(receiver) && clause.giver.mode !== 'joint' && clause.needsSigners === undefined;
};

/** The best clause to ask of a power for a gift: worth most to us, and still worth its while. */
function ask(mind: Mind, sense: Sense, gift: number, power: SeatId): { readonly clause: number; readonly own: number; readonly slack: number } | null {
  const at = sense.atlas.place.get(power) ?? 0;
  const bait = (sense.gains[gift * sense.seats + at] ?? 0) * (sense.kept[sense.me * sense.seats + at] ?? 80) / 100;
  const least = BAIT + ((sense.bands[sense.me * sense.seats + at] ?? 2) <= 1 ? BAIT_FOR_DISTRUST : 0);
  let best: { clause: number; own: number; slack: number } | null = null;
  for (let c = 0; c < sense.atlas.clauses.length; c += 1) {
    if (c === gift || !fits(sense, c, power, mind.seat)) continue;
    const own = sense.own[c] ?? 0;
    if (own < 3 || ((sense.promised[c] ?? 0) & (1 << at)) !== 0) continue;
    const slack = bait + (sense.gains[c * sense.seats + at] ?? 0) - (sense.guessedCost[c] ?? 0) - PER_TRANCHE * ((sense.atlas.clauses[c]?.tranches ?? 1) - 1) - least;
    if (slack >= 0 && (!best || own + Math.min(2, slack) > best.own + Math.min(2, best.slack))) best = { clause: c, own, slack };
  }
  return best;
}

/** Makes up its mind once a round whether to play two powers against each other: the wider they stand apart, the more it pays (L12). */
export function wishesWedge(mind: Mind): void {
  const { memory, view, scenario, profile } = mind;
  const { round, level } = view.table;
  if (memory.wedge?.round === round || profile.cunning < 20 || !(scenario.wedgers ?? []).includes(mind.seat)) return;
  memory.wedge = { round, gift: '', to: [] };
  if (level !== 'full' && !scenario.pinned.includes('M11')) return;
  const { D, CON, INST } = view.gauges.values;
  const chance = profile.cunning * (0.1 + D / 140 + Math.max(0, 55 - CON) / 100) - 8 * INST;
  if (mind.random() * 100 >= chance) return;
  const sense = senseOf(mind);
  const { atlas } = sense;
  let best = 0;
  for (let gift = 0; gift < atlas.clauses.length; gift += 1) {
    if ((sense.promised[gift] ?? 0) & (1 << sense.me)) continue;
    const open = atlas.powers.flatMap((power) => {
      if (power === mind.seat || !fits(sense, gift, mind.seat, power)) return [];
      const asked = ask(mind, sense, gift, power);
      return asked ? [{ power, own: asked.own + 2 * Math.min(2, asked.slack) }] : [];
    });
    for (const [i, a] of open.entries()) {
      for (const b of open.slice(i + 1)) {
        // Powers that talk to each other find out.
        const apart = 4 - (sense.bands[(atlas.place.get(a.power) ?? 0) * sense.seats + (atlas.place.get(b.power) ?? 0)] ?? 2);
        const value = a.own + b.own + 2 * apart + mind.random();
        if (value <= best) continue;
        best = value;
        memory.wedge = { round, gift: atlas.clauses[gift]?.id ?? '', to: [a.power, b.power] };
      }
    }
  }
}

/** Powers of the wedge that have not heard their offer yet. */
export function unasked(mind: Mind): readonly SeatId[] {
  const { wedge } = mind.memory;
  const { round } = mind.view.table;
  if (wedge?.round !== round || wedge.to.length === 0) return [];
  const heard = mind.me.wedges.find((each) => each.round === round)?.offers ?? [];
  return wedge.to.filter((seat) => !heard.some((offer) => offer.to === seat));
}

/** The offer to one of the two. */
export function wedgeText(mind: Mind, table: Table): LineDraft[] | null {
  const { wedge } = mind.memory;
  const power = table.with;
  if (power === null || wedge?.round !== mind.view.table.round || !wedge.to.includes(power)) return null;
  const sense = senseOf(mind);
  const gift = sense.atlas.clauseAt.get(wedge.gift);
  const asked = gift === undefined ? null : ask(mind, sense, gift, power);
  if (gift === undefined || !asked) return null;
  const lines: LineDraft[] = [
    { clause: wedge.gift, givers: [mind.seat], receivers: [power], mode: 'WRITTEN' },
    { clause: sense.atlas.clauses[asked.clause]?.id ?? '', givers: [power], receivers: [mind.seat], mode: 'WRITTEN' },
  ];
  return mind.memory.refusedTexts.has(fingerprint(lines)) ? null : lines;
}

/** M11: whoever has just been promised something in private asks whether another power was promised it too. */
export function compareNotes(mind: Mind, acts: SeatCommand[]): void {
  const { view, scenario, profile } = mind;
  if ((scenario.wedgers ?? []).length === 0) return;
  const partners = mind.legal.craft.compareNotes;
  if (partners.length === 0 || mind.memory.tried.has('notes')) return;
  const { round } = view.table;
  const suitors = (scenario.wedgers ?? []).filter((wedger) => Object.values(view.proposals).some((p) => p.round === round && p.scope === 'bilateral' && p.author === wedger && p.lines.length === 2 && (p.status === 'live' || p.status === 'adopted')));
  if (suitors.length === 0) return;
  const met = (seat: SeatId, wedger: SeatId): boolean => view.table.meetings.some(({ a, b }) => (a === seat && b === wedger) || (b === seat && a === wedger));
  const other = partners.find((seat) => suitors.some((wedger) => met(seat, wedger)));
  // T4: powers that stand together ask each other, powers that stand apart keep what they were promised to themselves.
  const apart = CLOSE - view.gauges.values.D;
  const candour = profile.together + apart * (apart < 0 ? Math.max(LEAST_DISCREET, TOGETHER - profile.together) * DISCREET_PER_POINT : CANDOUR_PER_POINT);
  if (other === undefined || mind.random() * 100 >= candour) return;
  mind.memory.tried.add('notes');
  acts.push({ type: 'compareNotes', with: other });
}
