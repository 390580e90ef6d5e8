/** What happened between whom, as one row a pair: the acts of a recording as dyadic events, coded after CAMEO where a code applies. */
import { commitmentOf, proposalOf } from '../model/entries.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import { lookup } from '../scenario/lookup.ts';
import type { Scenario } from '../scenario/schema.ts';

export interface Code { readonly code: string; readonly value: number; readonly label: string; readonly local?: string; readonly note?: string }
/** assets/codebooks/cameo.json: codes by action, by kind of event, and by category of a performed clause. */
export interface Codebook { readonly actions: Readonly<Record<string, Code>>; readonly events: Readonly<Record<string, Code>>; readonly performed: Readonly<Record<string, Code>> }

/** `to` is null where an act is toward nobody or everybody; `seen` = who could know of it when it happened. */
export interface Occurrence { readonly kind: string; readonly from: SeatId | null; readonly to: SeatId | null; readonly detail: string; readonly seen: 'all' | readonly SeatId[]; readonly code: Code | null }
type Seen = Occurrence['seen'];

/** The rows of one event between two states; none for bookkeeping. */
export function occurrencesOf(scenario: Scenario, book: Codebook, event: MatchEvent, before: MatchState, after: MatchState): readonly Occurrence[] {
  const own = <T>(table: Readonly<Record<string, T>>, key: string): T | null => (Object.hasOwn(table, key) ? table[key] ?? null : null);
  const row = (kind: string, from: SeatId | null, to: SeatId | null, detail: string, seen: Seen, code: Code | null = own(book.events, kind)): Occurrence => ({ kind, from, to, detail, seen, code });
  const each = (kind: string, from: SeatId, to: readonly SeatId[], detail: string, seen: Seen, code?: Code | null): Occurrence[] => {
    const others = to.filter((seat) => seat !== from);
    return (others.length === 0 ? [null] : others).map((seat) => row(kind, from, seat, detail, seen, code));
  };
  const text = (id: string): { readonly author: SeatId; readonly parties: readonly SeatId[]; readonly seen: Seen } => {
    const proposal = proposalOf(after, id);
    return { author: proposal?.author ?? '', parties: proposal?.parties ?? [], seen: proposal?.scope === 'bilateral' ? proposal.parties : 'all' };
  };
  const everybody = Object.keys(before.seats).length;
  switch (event.type) {
    case 'messageSent': {
      const { channel, from } = event.message;
      const parties = channel.split('+');
      return parties.length === everybody ? [row('message', from, null, channel, 'all')] : each('message', from, parties, channel, parties);
    }
    case 'declared': return [row('declared', event.seat, null, String(event.level), [event.seat])];
    case 'invited': return [row('invited', event.from, event.to, '', [event.from, event.to])];
    case 'inviteDeclined': return [row('inviteDeclined', event.to, event.from, '', [event.from, event.to])];
    case 'met': return [row('met', event.a, event.b, String(event.slot), 'all'), row('met', event.b, event.a, String(event.slot), 'all')];
    case 'proposalTabled': return each('proposed', event.proposal.author, event.proposal.parties, event.proposal.id, text(event.proposal.id).seen);
    case 'proposalSigned': { const { author, seen } = text(event.proposal); return event.seat === author ? [] : [row('signature', event.seat, author, event.proposal, seen)]; }
    case 'proposalRefused': return [row('refused', event.seat, text(event.proposal).author, event.proposal, text(event.proposal).seen)];
    case 'proposalObjected': return [row('objected', event.seat, text(event.proposal).author, event.proposal, 'all')];
    case 'proposalWithdrawn': { const { author, parties, seen } = text(event.proposal); return each('withdrawn', author, parties, event.proposal, seen); }
    case 'proposalAdopted': { const { parties, seen } = text(event.proposal); return parties.flatMap((seat) => each('signed', seat, parties, event.proposal, seen)); }
    case 'actsRevealed': return event.acts.actions.flatMap(({ seat, action, target, partner }) => {
      const hidden = after.craft.hidden.some((act) => act.seat === seat && act.action === action && act.round === after.round && act.open === 'hidden');
      return [row('action', seat, target ?? partner ?? null, action, hidden ? [seat] : 'all', own(book.actions, action))];
    });
    case 'sidesRevealed': return sides(event.picks, after).map(({ patron, client, kind }) => row(kind, patron, client, after.crisis?.action ?? '', 'all'));
    case 'stood': return event.stand === 'down' ? [row('stoodDown', event.seat, null, '', 'all')] : [];
    case 'commitmentMoved': {
      const [was, now] = [commitmentOf(before, event.commitment), commitmentOf(after, event.commitment)];
      return was && now ? promise(was, now).flatMap(({ kind, coded }) => each(kind, now.giver, now.receivers, `${now.id} ${now.clause}`, secretly(now, after) ? [...now.givers, ...now.receivers] : 'all', coded ? own(book.performed, lookup(scenario).clauses.get(now.clause)?.category ?? '') : undefined)) : [];
    }
    case 'demarcheMoved': return before.craft.demarches.some(({ id }) => id === event.demarche.id) ? [] : [row('demarche', event.demarche.by, event.demarche.target, event.demarche.id, 'all')];
    case 'accused': { const { by, commitment, leak } = event.accusation; return [row('accused', by, leak ?? (commitment ? commitmentOf(after, commitment)?.giver : undefined) ?? null, commitment ?? '', 'all')]; }
    case 'apologised': return each('apologised', event.seat, commitmentOf(after, event.commitment)?.receivers ?? [], event.commitment, 'all');
    case 'budMoved': return event.bud.told.slice(before.craft.buds[event.bud.event]?.told.length ?? 0).map(({ from, to }) => row('sharedThreat', from, to, event.bud.event, [from, to]));
    case 'learned': return event.knowledge.kind === 'notes' ? [row('comparedNotes', event.seat, event.knowledge.with, '', [event.seat, event.knowledge.with])] : [];
    case 'hiddenMoved': return event.act.open === 'disclosed' ? [row('disclosed', event.act.seat, event.act.target ?? null, event.act.action, 'all')] : event.act.open === 'exposed' ? [row('exposed', event.act.seat, event.act.target ?? null, event.act.action, 'all')] : [];
    case 'wedgeMoved': return event.wedge.state === 'sprung' ? event.wedge.offers.map(({ to }) => row('wedge', event.wedge.sender, to, event.wedge.gift, 'all')) : [];
    case 'leakFound': return [row('leakFound', event.seat, null, '', 'all')];
    case 'crisisOpened': return each('crisis', event.crisis.provoker, event.crisis.victims, event.crisis.action, 'all');
    case 'talksMoved': return event.talks.open === before.talks.open ? [] : [row(event.talks.open ? 'resumed' : 'suspended', null, null, '', 'all')];
    case 'eventFired': return [row('event', null, null, event.id, 'all')];
    case 'redLinesRevealed': return Object.entries(event.levels).map(([seat, level]) => row('redLine', seat, null, String(level), 'all'));
    case 'matchEnded': return [row('ended', null, null, event.ending.tier, 'all')];
    default: return [];
  }
}

const secretly = (c: Commitment, { history }: MatchState): boolean => (c.options?.sideLetter === true && !c.found) || (c.scope === 'bilateral' && (history.at(-1)?.round ?? 0) < c.adoptedAt);

/** Patrons speak to their own client: that of the provoker, or those it provoked. */
function sides(picks: Readonly<Record<SeatId, 'back' | 'restrain'>>, { crisis }: MatchState): { patron: SeatId; client: SeatId; kind: string }[] {
  if (!crisis) return [];
  return Object.entries(picks).flatMap(([patron, side]) => (crisis.provokerPatrons.includes(patron) ? [crisis.provoker] : crisis.victims).filter((client) => client !== patron).map((client) => ({ patron, client, kind: side === 'back' ? 'backed' : 'restrained' })));
}

/** CO-5: a feint is coded as what it looks like; `feigned` says what it was. */
function promise(was: Commitment, now: Commitment): { readonly kind: string; readonly coded: boolean }[] {
  const moved: { kind: string; coded: boolean }[] = [];
  now.tranches.forEach(({ state }, i) => {
    if (state === was.tranches[i]?.state) return;
    if (state === 'performed' || state === 'feigned') moved.push({ kind: state, coded: true });
    else if (state === 'late') moved.push({ kind: 'late', coded: false });
  });
  const ends = { breached: 'breached', reversed: 'reversed', disputed: 'denied', lapsed: 'lapsed' } as const;
  const end = now.state === was.state ? undefined : ends[now.state as keyof typeof ends];
  if (end) moved.push({ kind: end, coded: false });
  return moved;
}
