/** What shows that a mechanism of the essay was at work in a match: one event of it, as the log tells it. Used to record and to check the golden matches. */
import type { MatchEvent, MatchState } from '../../src/index.ts';

type Sign = (event: MatchEvent, state: MatchState) => boolean;
const news = (event: MatchEvent, ...codes: string[]): boolean => event.type === 'newsPosted' && codes.includes(event.item.code);
const pointsFor = (event: MatchEvent, code: string): boolean => event.type === 'seatMoved' && (event.nTerms?.some((term) => term.code === code && term.value !== 0) ?? false);

/** By mechanism, in the order of the essay's model. M08, M15 and M24 need scenarios that switch them on (`VARIED`). */
export const MECHANISMS: Readonly<Record<string, Sign>> = {
  M01: (event) => event.type === 'principleAdopted',
  M02: (event) => event.type === 'trustMoved' && event.terms.some((term) => term.code === 'joint'),
  M03: (event) => news(event, 'fold.demarche.joint'),
  M04: (event) => event.type === 'learned' && event.knowledge.kind === 'pair',
  M05: (event) => event.type === 'redLinesRevealed' && event.divergence >= 50,
  M06: (event) => pointsFor(event, 'pressure'),
  M07: (event) => event.type === 'leakFound',
  M08: (event) => news(event, 'fold.force.acquiesced', 'fold.force.objected'),
  M09: (event) => event.type === 'cardMoved' && event.card.kind === 'core',
  M10: (event) => news(event, 'fold.card.traded'),
  M11: (event) => news(event, 'fold.wedge.sprung', 'table.notes.caught'),
  M12: (event) => event.type === 'sidesRevealed',
  M13: (event) => event.type === 'sidesRevealed' && event.defaulted.length > 0,
  M14: (event) => news(event, 'fold.war', 'fold.war.provoked'),
  M15: (event, state) => event.type === 'matchEnded' && state.history.some((round) => (round.terms.TEN ?? []).length > 0),
  M16: (event) => event.type === 'leakCounted' && event.counter > 0,
  M17: (event) => news(event, 'fold.institution.up'),
  M18: (event) => event.type === 'windowOpened',
  M19: (event) => event.type === 'budMoved' && event.bud.state === 'defused',
  M20: (event) => news(event, 'fold.resumed'),
  M21: (event) => event.type === 'vetoMoved',
  M22: (event) => news(event, 'table.ratifying', 'table.cabinetFell'),
  M23: (event) => news(event, 'table.breached', 'table.found', 'table.denied'),
  M24: (event) => pointsFor(event, 'rulesJoined'),
};

/** Switches of the scenario under which a mechanism plays that `six-party` leaves off. */
export const VARIED: Readonly<Record<string, { readonly force?: boolean; readonly mad?: boolean; readonly rules?: { joined: number; outside: number; seats: string[] } }>> = {
  M08: { force: true }, M15: { mad: false }, M24: { rules: { joined: 2, outside: 1, seats: ['DK'] } },
};

/** Mechanisms seen in a whole log. */
export class Seen {
  readonly found = new Set<string>();
  note(event: MatchEvent, state: MatchState): void {
    for (const [id, sign] of Object.entries(MECHANISMS)) if (!this.found.has(id) && sign(event, state)) this.found.add(id);
  }
}
