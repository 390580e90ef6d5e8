/** What in a match shows each mechanism of the essay (docs/mechanisms.md); those that need a switch show themselves only where it is on. */
import { commitmentOf } from '../../model/entries.ts';
import { allPairs, pairKey } from '../../model/pairs.ts';
import { both, find, on, onNews, type Finder } from './signs.ts';

const APART = 50;
const TENSE = 80;

export const ESSAY: Readonly<Record<string, Finder>> = {
  M01: on('principleAdopted', ({ clause }, moment) => [find(moment, 'principle', { clause })]),
  M02: on('trustMoved', ({ terms }, moment) => { const together = terms.filter(({ code, value }) => code === 'joint' && value > 0); return together.length === 0 ? [] : [find(moment, 'joint', { pairs: together.length }, together.length)]; }),
  M03: both(onNews('fold.demarche.joint', 'demarche.joint', ['seats', 'target'], 3), onNews('fold.demarche.alone', 'demarche.alone', ['seats', 'target'], 2), onNews('fold.demarche.failed', 'demarche.failed', ['by', 'target', 'seats'], 2)),
  M04: on('learned', ({ seat, knowledge }, moment, { scenario }) => { const pair = knowledge.kind === 'pair' ? allPairs(scenario).find(([a, b]) => pairKey(scenario, a, b) === knowledge.pair) : undefined; return pair ? [find(moment, 'asked', { seat, a: pair[0], b: pair[1] })] : []; }),
  M05: on('redLinesRevealed', ({ levels, divergence }, moment, { scenario }) => {
    const powers = scenario.seats.filter(({ id, kind }) => kind === 'power' && levels[id] !== undefined).sort((a, b) => (levels[b.id] ?? 0) - (levels[a.id] ?? 0));
    const [high, low] = [powers[0], powers.at(-1)];
    return divergence >= APART && high && low ? [find(moment, 'apart', { a: high.id, b: low.id, high: levels[high.id] ?? 0, low: levels[low.id] ?? 0 }, divergence)] : [];
  }),
  M06: on('seatMoved', ({ seat, nTerms = [] }, moment) => { const lost = -nTerms.filter(({ code }) => code === 'pressure').reduce((sum, { value }) => sum + value, 0); return lost > 0 ? [find(moment, 'pressure', { seat, points: lost }, lost)] : []; }),
  M07: both(on('leakBegan', ({ seat, since }, moment) => (since === undefined ? [find(moment, 'leak.began', { seat })] : [])), on('leakFound', ({ seat }, moment) => [find(moment, 'leak.found', { seat }, 2)])),
  M08: both(onNews('fold.force.acquiesced', 'force.alone', ['seat', 'action'], 2), onNews('fold.force.objected', 'force.objected', ['seat', 'seats'], 2)),
  M09: on('cardMoved', ({ seat, card }, moment) => (card.kind === 'core' && card.clause !== undefined && !moment.before.craft.cards[seat]?.some(({ id }) => id === card.id) ? [find(moment, 'core', { seat, clause: card.clause })] : [])),
  M10: onNews('fold.card.traded', 'card.traded', ['from', 'to', 'theme']),
  M11: both(onNews('fold.wedge.sprung', 'wedge', ['seat', 'seats', 'clause'], 2), onNews('table.notes.caught', 'notes', ['seat', 'seats', 'clause'], 2)),
  M12: on('sidesRevealed', ({ picks }, moment) => {
    const backed = Object.keys(picks).filter((seat) => picks[seat] === 'back');
    const held = Object.keys(picks).filter((seat) => picks[seat] === 'restrain');
    if (backed.length + held.length === 0) return [];
    return [held.length === 0 ? find(moment, 'sides.backed', { seats: backed }, 3) : backed.length === 0 ? find(moment, 'sides.restrained', { seats: held }, 3) : find(moment, 'sides.split', { givers: backed, receivers: held }, 2)];
  }),
  M13: on('sidesRevealed', ({ defaulted, picks }, moment) => defaulted.flatMap((seat) => (picks[seat] === undefined ? [] : [find(moment, picks[seat] === 'back' ? 'silence.backed' : 'silence.restrained', { seat }, picks[seat] === 'back' ? 2 : 1)]))),
  M14: both(on('roundClosed', ({ record }, moment, { scenario }) => (record.brink && record.indicators.W < scenario.war ? [find(moment, 'brink', { value: record.indicators.W }, record.indicators.W)] : [])), on('matchEnded', ({ ending }, moment) => (ending.tier === 'war' ? [find(moment, 'war', {}, 200)] : []))),
  M15: both(
    on('stood', ({ seat, stand }, moment, { scenario }) => (stand === 'down' && scenario.mad ? [find(moment, 'stoodDown', { seat }, 2)] : [])),
    on('matchEnded', ({ ending }, moment, { scenario, end }) => { const worst = Math.max(...end.history.map(({ indicators }) => indicators.W)); return scenario.mad && ending.tier !== 'war' && worst >= TENSE ? [find(moment, 'noWar', { value: worst })] : []; }),
  ),
  M16: on('leakCounted', ({ counter }, moment) => (counter > moment.before.craft.leakCounter ? [find(moment, 'spread', { value: counter }, counter)] : [])),
  M17: both(onNews('fold.institution.up', 'institution.up', ['value']), onNews('fold.institution.down', 'institution.down', ['value'], 2)),
  M18: on('windowOpened', ({ until }, moment) => [find(moment, 'window', { until })]),
  M19: on('budMoved', ({ bud }, moment) => { const was = moment.before.craft.buds[bud.event]?.state; return was === bud.state ? [] : bud.state === 'defused' ? [find(moment, 'bud.defused', { event: bud.event }, 2)] : bud.state === 'bloomed' ? [find(moment, 'bud.bloomed', { event: bud.event }, 3)] : []; }),
  M20: on('talksMoved', ({ talks }, moment) => (talks.open === moment.before.talks.open ? [] : [talks.open ? find(moment, 'resumed', { rounds: moment.before.talks.suspendedRounds }, 2) : find(moment, 'suspended', {}, 2)])),
  M21: onNews('table.overHeads', 'overHeads', ['seat', 'clauses']),
  M22: both(onNews('table.ratifying', 'ratifying', ['giver', 'clauses']), onNews('table.capitalAsked', 'ratifying', ['giver', 'clauses']), onNews('table.notRatified', 'notRatified', ['giver', 'clause'], 2), onNews('table.capitalSilent', 'notRatified', ['giver', 'clause'], 2), onNews('table.capitalRejected', 'capitalRejected', ['giver', 'clauses'], 3), onNews('table.cabinetFell', 'cabinetFell', ['seat'], 3)),
  M23: on('commitmentMoved', ({ commitment, state, tranches }, moment) => {
    const was = commitmentOf(moment.before, commitment);
    if (!was) return [];
    const { giver, clause } = was;
    const worth = was.receivers.reduce((sum, seat) => sum + was.tranches.reduce((all, { values }) => all + Math.max(0, values[seat] ?? 0), 0), 0);
    if (tranches?.some((each, i) => each.state === 'feigned' && was.tranches[i]?.state !== 'feigned')) return [find(moment, 'feigned', { giver, clause }, 5 + worth)];
    if (state === was.state) return [];
    if (state === 'breached') return [find(moment, 'breached', { giver, clause }, 3 + worth)];
    if (state === 'disputed') return [find(moment, 'denied', { giver, clause }, 2 + worth)];
    return [];
  }),
  M24: on('rulesJoined', ({ seat, join }, moment) => [find(moment, join ? 'rules.joined' : 'rules.left', { seat })]),
};

