/** Who talked to whom: counts, words, degrees, reciprocity, betweenness, first contact, public against private; who held the table together and who stood outside. */
import type { SeatId } from '../model/ids.ts';
import { shareOf, sumOf } from './figures.ts';
import { momentsOf, placeOf, type Chronicle, type Place } from './played.ts';

export interface Tie { readonly from: SeatId; readonly to: SeatId; readonly messages: number; readonly words: number }
export interface Talker {
  readonly seat: SeatId; readonly privately: number; readonly publicly: number; readonly inside: number; readonly words: number;
  /** How many seats it wrote to, and how many wrote to it. */
  readonly outDegree: number; readonly inDegree: number;
  /** Share of the shortest private ways between two others that lead through it, 0..1 (Freeman). */
  readonly betweenness: number;
}
export interface TalkReport {
  readonly ties: readonly Tie[]; readonly talkers: readonly Talker[];
  /** Directed ties that are answered, over all. */
  readonly reciprocity: number | null;
  /** Messages to the whole table for each one to some. */
  readonly publicToPrivate: number | null;
  /** First private word or meeting of every pair, with the minutes since the match began; null = never. */
  readonly contacts: readonly { readonly a: SeatId; readonly b: SeatId; readonly first: (Place & { readonly minutes: number }) | null }[];
  /** Seats with the highest betweenness, if there is any; seats without a private tie. */
  readonly brokers: readonly SeatId[]; readonly isolates: readonly SeatId[];
}

/** Words as a reader counts them: runs of letters and figures, and every Chinese character by itself, since those are written without gaps. */
export const wordsOf = (text: string): number => text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’-])+/gu)?.length ?? 0;

export function talkOf(chronicle: Chronicle): TalkReport {
  const { scenario, acts } = chronicle;
  const seats = scenario.seats.map(({ id }) => id);
  const sent = momentsOf(chronicle, 'messageSent').map((moment) => {
    const { channel, from, text } = moment.event.message;
    const parties = channel.split('+');
    const kind = parties.length === seats.length ? 'public' : parties.length === 1 ? 'inside' : 'private';
    return { moment, from, words: wordsOf(text), kind, to: kind === 'private' ? parties.filter((seat) => seat !== from) : [] };
  });
  const ties = seats.flatMap((from) => seats.flatMap((to): Tie[] => {
    const own = sent.filter((each) => each.from === from && each.to.includes(to));
    return own.length === 0 ? [] : [{ from, to, messages: own.length, words: sumOf(own.map(({ words }) => words)) }];
  }));
  const linked = (a: SeatId, b: SeatId): boolean => ties.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  const between = betweenness(seats, linked);
  const talkers = seats.map((seat): Talker => {
    const own = sent.filter(({ from }) => from === seat);
    const of = (kind: string): number => own.filter((each) => each.kind === kind).length;
    return { seat, privately: of('private'), publicly: of('public'), inside: of('inside'), words: sumOf(own.map(({ words }) => words)), outDegree: ties.filter(({ from }) => from === seat).length, inDegree: ties.filter(({ to }) => to === seat).length, betweenness: between.get(seat) ?? 0 };
  });
  const met = momentsOf(chronicle, 'met');
  const began = acts[0]?.at ?? 0;
  const contacts = seats.flatMap((a, i) => seats.slice(i + 1).map((b) => {
    const words = sent.find(({ from, to }) => (from === a && to.includes(b)) || (from === b && to.includes(a)))?.moment;
    const meeting = met.find(({ event }) => [event.a, event.b].includes(a) && [event.a, event.b].includes(b));
    const first = [words, meeting].filter((each) => each !== undefined).sort((x, y) => x.seq - y.seq)[0];
    return { a, b, first: first ? { ...placeOf(first), minutes: Math.max(0, Math.round((first.at - began) / 60_000)) } : null };
  }));
  const most = Math.max(...talkers.map((each) => each.betweenness));
  return {
    ties, talkers, contacts, reciprocity: shareOf(ties.filter(({ from, to }) => ties.some((other) => other.from === to && other.to === from)).length, ties.length),
    publicToPrivate: shareOf(sent.filter(({ kind }) => kind === 'public').length, sent.filter(({ kind }) => kind === 'private').length),
    brokers: most > 0 ? talkers.filter((each) => each.betweenness === most).map(({ seat }) => seat) : [],
    isolates: ties.length === 0 ? [] : seats.filter((seat) => !seats.some((other) => other !== seat && linked(seat, other))),
  };
}

/** Freeman's betweenness of an undirected graph, divided by the number of pairs of others. With so few seats the shortest ways are counted outright. */
function betweenness(seats: readonly SeatId[], linked: (a: SeatId, b: SeatId) => boolean): ReadonlyMap<SeatId, number> {
  const ways = new Map(seats.map((from) => [from, waysFrom(seats, from, linked)]));
  const pairs = ((seats.length - 1) * (seats.length - 2)) / 2;
  return new Map(seats.map((seat) => {
    let sum = 0;
    seats.forEach((a, i) => seats.slice(i + 1).forEach((b) => {
      if (a === seat || b === seat) return;
      const [whole, first, second] = [ways.get(a)?.get(b), ways.get(a)?.get(seat), ways.get(seat)?.get(b)];
      if (whole && first && second && first.length + second.length === whole.length) sum += (first.count * second.count) / whole.count;
    }));
    return [seat, pairs === 0 ? 0 : sum / pairs];
  }));
}

/** Length and number of the shortest ways from one seat to the others. */
function waysFrom(seats: readonly SeatId[], from: SeatId, linked: (a: SeatId, b: SeatId) => boolean): ReadonlyMap<SeatId, { readonly length: number; readonly count: number }> {
  const found = new Map([[from, { length: 0, count: 1 }]]);
  for (let length = 1, edge = [from]; edge.length > 0; length += 1) {
    const next = seats.filter((seat) => !found.has(seat) && edge.some((each) => linked(each, seat)));
    for (const seat of next) found.set(seat, { length, count: sumOf(edge.filter((each) => linked(each, seat)).map((each) => found.get(each)?.count ?? 0)) });
    edge = next;
  }
  return found;
}
