/** VI: what a viewer may know. Two states that differ only in others' secrets give the same view, all along random matches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { band, createProjector, hashOf, project, publicHash } from '../src/index.ts';
import type { MatchState, SeatId, Tranche, Viewer } from '../src/index.ts';
import { moodSize, proView } from '../src/engine/viewSlices.ts';
import { dice, line, SEATS, signedByAll, sixParty, started, walk } from './given.ts';

type Roll = (below: number) => number;
const mapOf = <T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T): Record<string, T> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
const hidden = (viewer: Viewer, seat: SeatId): boolean => viewer.kind !== 'seat' || viewer.seat !== seat;

/** The same match with everything changed that `viewer` may not know. */
function otherSecrets(state: MatchState, viewer: Viewer, roll: Roll): MatchState {
  const me = viewer.kind === 'seat' ? viewer.seat : null;
  const { sealed, indicators } = state;
  const seats = mapOf(state.seats, (seat, id) => (hidden(viewer, id) ? {
    ...seat, ds: roll(101), ap: roll(6), n: seat.n + roll(40) - 20, nTerms: [{ code: 'other', value: roll(9) }], mandate: `m${roll(9)}`, enforcement: roll(5), pressureDue: roll(2) === 0, used: { leak: roll(3) },
  } : seat));
  const choices = mapOf(sealed.choices, (choice, id) => (hidden(viewer, id) ? { ...choice, actions: choice.actions.filter((act) => act.partner === me && me !== null), dues: {}, reversals: ['x'], denials: ['y'], remedies: [] } : choice));
  const flip = (side: 'back' | 'restrain', id: SeatId): 'back' | 'restrain' => (hidden(viewer, id) && state.phase === 'crisis' ? (side === 'back' ? 'restrain' : 'back') : side);
  const proliferator = me !== null && me === sixParty.proliferator;
  const rungs = Array.from({ length: 11 }, (_, rung) => rung).filter((rung) => proView(rung, false).low === proView(indicators.PRO, false).low);
  const moods = Array.from({ length: 61 }, (_, i) => i - 30).filter((mood) => moodSize(mood) === moodSize(indicators.CM) && Math.sign(mood) === Math.sign(indicators.CM));
  const feint = (tranche: Tranche, giver: SeatId): Tranche => (hidden(viewer, giver) && tranche.state === 'performed' ? { ...tranche, state: 'feigned' } : tranche);
  return {
    ...state, seats, random: roll(1000), options: { ...state.options, seed: roll(1000) },
    sealed: {
      declarations: mapOf(sealed.declarations, (level, id) => (hidden(viewer, id) ? roll(5) : level)), choices, sides: mapOf(sealed.sides, flip),
      answers: mapOf(sealed.answers, (answers, id) => (hidden(viewer, id) ? mapOf(answers, (accept) => !accept) : answers)),
      stands: mapOf(sealed.stands, (stand, id) => (hidden(viewer, id) ? (stand === 'down' ? 'hold' : 'down') : stand)),
    },
    indicators: { ...indicators, PRO: proliferator ? indicators.PRO : (rungs[roll(rungs.length)] ?? 0), CM: moods[roll(moods.length)] ?? 0 },
    terms: { ...state.terms, CM: [{ code: 'x', value: roll(9) }], ...(proliferator ? {} : { PRO: [{ code: 'y', value: roll(3) }] }) },
    clock: proliferator || indicators.V >= 1 ? state.clock : roll(3),
    trust: mapOf(state.trust, (value, pair) => (me !== null && pair.split('-').includes(me) ? value : Math.min(100, band(value) * 20 + roll(20)))),
    commitments: state.commitments.map((c) => ({
      ...c, foundAt: hidden(viewer, c.giver) ? roll(9) : c.foundAt,
      tranches: c.tranches.map((tranche) => ({ ...feint(tranche, c.giver), values: mapOf(tranche.values, (value, seat) => (hidden(viewer, seat) ? roll(9) : value)), cost: hidden(viewer, c.giver) ? roll(9) : tranche.cost })),
    })),
    leaks: mapOf(state.leaks, (leak) => ({ ...leak, foundAt: roll(9) })),
    messages: [...state.messages.filter((message) => message.channel.split('+').includes(me ?? '') || message.channel === SEATS.join('+')), ...secretTalk(me)],
    proposals: state.proposals.filter((p) => p.scope === 'plenary' || (me !== null && p.parties.includes(me))),
    invitations: state.invitations.filter((i) => i.from === me || i.to === me),
    news: state.news.filter((item) => item.to === 'all' || (me !== null && item.to.includes(me))).map((item) => ({ ...item, id: item.id * 2 })),
    history: state.history.map((record) => ({
      ...record, pressure: roll(100), trust: {}, ds: mapOf(record.ds, (value) => Math.min(100, band(value) * 20 + roll(20))),
      indicators: { ...record.indicators, CM: roll(9), PRO: proliferator ? record.indicators.PRO : rungIn(record.indicators.PRO, roll) }, terms: { ...record.terms, CM: [], ...(proliferator ? {} : { PRO: [] }) },
    })),
    nextId: roll(1000),
  };
}
const rungIn = (rung: number, roll: Roll): number => { const { low, high } = proView(rung, false); return low + roll(high - low + 1); };
function secretTalk(me: SeatId | null): MatchState['messages'] {
  const [a = '', b = ''] = SEATS.filter((seat) => seat !== me);
  return [{ id: 99, channel: `${a}+${b}`, from: a, text: 'between us', round: 1, phase: 'plenary' }];
}

const viewers: readonly Viewer[] = [...SEATS.map((seat): Viewer => ({ kind: 'seat', seat })), { kind: 'public' }, { kind: 'all' }];

describe('VI secrecy', () => {
  it('VI: states that differ only in others’ secrets project to equal views, all along random matches', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const roll = dice(seed);
      walk(seed, (state) => {
        if (state.status === 'ended' || roll(20) !== 0) return;
        const viewer = viewers[roll(viewers.length)] as Viewer;
        expect(project(sixParty, otherSecrets(state, viewer, roll), viewer)).toEqual(project(sixParty, state, viewer));
      });
    }), { numRuns: 15 });
  });

  it('VI: a guided debrief keeps an ended match as secret as a running one, and tells only how it ended', () => {
    for (const seed of [3, 7, 11]) {
      const roll = dice(seed);
      let end: MatchState | null = null;
      walk(seed, (state) => { end = state; });
      const ended = end as unknown as MatchState;
      expect(ended.status).toBe('ended');
      for (const viewer of viewers) {
        const look = createProjector(sixParty, viewer);
        const sealed = look(ended, true);
        expect(createProjector(sixParty, viewer)(otherSecrets(ended, viewer, roll), true)).toEqual(sealed);
        expect(sealed.table.status).toBe('ended');
        expect(sealed.ending).toMatchObject({ tier: ended.ending?.tier, sealed: true, scores: [], second: [] });
        expect(sealed.ending?.unveiled).toEqual({ rankings: [], restraint: null, mandates: {}, cards: {}, hidden: [], wedges: [], buds: [] });
        expect(sealed.ending?.reasons.map(({ code }) => code)).toEqual(ended.ending?.reasons.map(({ code }) => code).filter((code) => code !== 'tier.proliferation'));
        expect(look(ended)).toEqual(project(sixParty, ended, viewer));
      }
    }
  });

  it('VI: a view names no secret of the state: seed, clock, enforcement and mandates of others', () => {
    let step = 0;
    walk(5, (state) => {
      step += 1;
      if (state.status === 'ended' || step % 10 !== 0) return;
      for (const seat of SEATS) {
        const text = JSON.stringify(project(sixParty, state, { kind: 'seat', seat }));
        for (const other of SEATS) if (other !== seat) expect(text).not.toContain(`"${state.seats[other]?.mandate}"`);
        expect(text).not.toMatch(/"(seed|random|clock|foundAt|leaks|pressureDue)":/);
      }
    });
  });

  it('VI: the all-knowing view is the public one until the end', () => {
    const { state } = started().until('plenary');
    const { viewer: _a, ...all } = project(sixParty, state, { kind: 'all' });
    const { viewer: _b, ...open } = project(sixParty, state, { kind: 'public' });
    expect(all).toEqual(open);
    expect(publicHash(sixParty, state)).toBe(hashOf(project(sixParty, state, { kind: 'public' })));
  });

  it('VI: what belongs to the debrief opens with the end, private talk stays with its parties', () => {
    const talk = started().and('US', { type: 'message', to: ['DK'], text: 'a word in New York' });
    let match = talk;
    while (match.state.status === 'running') match = match.tick();
    const view = project(sixParty, match.state, { kind: 'seat', seat: 'JP' });
    expect(view.ending?.scores.map((score) => score.seat)).toEqual(SEATS);
    expect(view.history['1']?.pressure).not.toBeNull();
    expect(view.gauges.pro.exact).toBe(match.state.indicators.PRO);
    expect(view.trust['US-CN']?.exact).toBe(match.state.trust['US-CN']);
    expect(Object.keys(view.channels)).not.toContain('US+DK');
    expect(project(sixParty, match.state, { kind: 'all' }).channels['US+DK']).toBeUndefined();
    expect(project(sixParty, match.state, { kind: 'seat', seat: 'DK' }).channels['US+DK']?.messages).toHaveLength(1);
  });

  it('VI: a bilateral text is its parties’ alone, its existence and clauses public from the fold', () => {
    const met = started().until('bilateral', 1).and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });
    const signed = met.and('US', { type: 'propose', scope: 'bilateral', lines: [line('NO01')] }).and('DK', { type: 'sign', proposal: `p${met.state.phaseSeq}-US-1`, version: 1 });
    const seen = (seat: SeatId, state: MatchState): readonly [number, number] => { const view = project(sixParty, state, { kind: 'seat', seat }); return [Object.keys(view.proposals).length, Object.keys(view.commitments).length]; };
    expect(seen('US', signed.state)).toEqual([1, 2]);
    expect(seen('CN', signed.state)).toEqual([0, 0]);
    const folded = signed.until('reveal');
    expect(seen('CN', folded.state)).toEqual([0, 2]);
    expect(folded.state.news.find((item) => item.code === 'table.agreedBilateral')).toMatchObject({ to: 'all', params: { clauses: ['NO01'] } });
  });

  it('VI: who meets whom is known to the two at once and to all after the slot', () => {
    const met = started().until('bilateral', 1).and('US', { type: 'invite', to: 'DK' }).and('DK', { type: 'acceptInvite', from: 'US' });
    const meetings = (seat: SeatId, state: MatchState): number => project(sixParty, state, { kind: 'seat', seat }).table.meetings.length;
    expect([meetings('US', met.state), meetings('CN', met.state)]).toEqual([1, 0]);
    expect(meetings('CN', met.tick().state)).toBe(1);
  });

  it('VI: worth of a clause is exact for oneself, in five steps for others, in the ledger too', () => {
    const { match, id } = signedByAll(started().until('plenary'), 'CN', [line('VE01')]);
    const adopted = match.tick();
    const view = project(sixParty, adopted.state, { kind: 'seat', seat: 'JP' });
    expect(view.worth['VE01']).toEqual({ clause: 'VE01', own: 5, cost: null, steps: { US: 1, CN: 1, RU: 1, DK: 0, RK: 1 } });
    expect(view.commitments[`${id}-0-DK`]?.tranches[0]).toMatchObject({ values: { JP: 5 }, cost: 0 });
    const giver = project(sixParty, adopted.state, { kind: 'seat', seat: 'DK' });
    expect(giver.commitments[`${id}-0-DK`]?.tranches[0]).toMatchObject({ values: { DK: 0 }, cost: 2 });
  });
});
