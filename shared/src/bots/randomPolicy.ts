/** Plays any legal act: the fuzzer's bot. It reads the same menu as everybody else, piece by piece, and ends every phase. */
import type { ActionChoice, DueChoice, LineDraft, LineOptions, SeatCommand } from '../model/commands.ts';
import type { CommitmentId, PhaseId, ReasonCode } from '../model/ids.ts';
import type { LegalAction, LegalClause, LegalSlice } from '../model/view.ts';
import { atlasOf } from './atlas.ts';
import type { Mind } from './types.ts';

const REASONS: readonly ReasonCode[] = ['too-little', 'too-costly', 'no-trust', 'wrong-sequence', 'not-now'];
type Maker = () => SeatCommand | null;
type Table = LegalSlice['propose'][number];

function one<T>(mind: Mind, items: readonly T[]): T | undefined {
  return items[Math.floor(mind.random() * items.length)];
}
const some = <T>(mind: Mind, items: readonly T[], share: number): T[] => (items.length === 0 ? [] : items.filter(() => mind.random() < share));

/** A text of a few legal lines, worded any way the menu allows. */
function text(mind: Mind, table: Table): SeatCommand | null {
  const lines: LineDraft[] = [];
  const most = Math.floor(mind.random() * Math.min(6, table.maxLines)) + 1;
  // CO-10: a text is a side letter as a whole.
  const side = table.options.includes('SIDE-LETTER') && mind.random() < 0.15;
  for (let tries = 0; tries < 3 * most && lines.length < most; tries += 1) {
    const clause = one(mind, table.clauses);
    if (!clause?.ok || lines.some((line) => line.clause === clause.clause)) continue;
    const givers = one(mind, clause.givers);
    const receivers = one(mind, clause.receivers);
    if (givers && receivers) lines.push(side ? { clause: clause.clause, givers, receivers, mode: 'WRITTEN', options: { sideLetter: true } } : worded(mind, table, clause, { clause: clause.clause, givers, receivers, mode: 'WRITTEN' }, lines));
  }
  return lines.length === 0 ? null : { type: 'propose', scope: table.scope, lines, ...(table.chairDraft ? { chairDraft: true } : {}) };
}

function worded(mind: Mind, table: Table, clause: LegalClause, plain: LineDraft, before: readonly LineDraft[]): LineDraft {
  const line: LineDraft = before.length > 0 && mind.random() < 0.25 ? { ...plain, after: Math.floor(mind.random() * before.length) } : plain;
  if (table.options.length === 0 || mind.random() < 0.5) return line;
  const option = one(mind, clause.options ?? table.options);
  if (option === undefined || !table.options.includes(option)) return line;
  if (option === 'ORAL') return { ...line, mode: 'ORAL' };
  const escrow = Math.floor(mind.random() * before.length);
  const options: LineOptions | null = option === 'VAGUE' ? { vague: true } : option === 'SUNSET' ? { sunset: 2 + Math.floor(mind.random() * 3) } : option === 'SNAP-BACK' ? { snapBack: true } : option === 'SATELLITE-RIDER' ? { rider: true }
    : option === 'ESCROW' && before[escrow]?.mode === 'WRITTEN' && before[escrow]?.options?.vague === undefined && line.after === undefined ? { escrow } : null;
  return options ? { ...line, options } : line;
}

/** Acts that fit into AP and the limits of AC-1. */
function actions(mind: Mind, menu: NonNullable<LegalSlice['choose']>): ActionChoice[] {
  const chosen: ActionChoice[] = [];
  let { ap } = menu;
  let free = 0;
  const { acts } = atlasOf(mind.scenario);
  const count = menu.actions.length;
  const start = Math.floor(mind.random() * count);
  for (let i = 0; i < count && chosen.length < menu.maxActions; i += 1) {
    const act = menu.actions[(start + i) % count] as LegalAction;
    if (!act.ok || act.ap > ap || mind.random() > 0.35) continue;
    const nothing = acts.get(act.action)?.ap === 0;
    if (nothing && free >= 1) continue;
    const alone = act.alone === true && mind.random() < 0.3;
    const target = one(mind, act.targets);
    const partner = alone ? undefined : one(mind, act.partners);
    const clause = act.clauses && one(mind, act.clauses);
    const commitment = act.commitments && one(mind, act.commitments);
    if ((act.clauses && clause === undefined) || (act.commitments && commitment === undefined)) continue;
    chosen.push({ action: act.action, ...(target === undefined ? {} : { target }), ...(partner === undefined ? {} : { partner }), ...(clause === undefined ? {} : { clause }), ...(commitment === undefined ? {} : { commitment }), ...(alone ? { alone: true as const } : {}) });
    ap -= act.ap;
    if (nothing) free += 1;
  }
  return chosen;
}

function choice(mind: Mind): SeatCommand | null {
  const menu = mind.legal.choose;
  if (!menu) return null;
  const dues: Record<CommitmentId, DueChoice> = {};
  for (const due of menu.dues) if (mind.random() < 0.5) dues[due.commitment] = one(mind, due.options) ?? 'perform';
  let ap = 0;
  const remedies = some(mind, menu.remedies, 0.3).map((r) => {
    ap += r.ap;
    const commitment = one(mind, r.commitments);
    const option = r.options && one(mind, r.options);
    return { event: r.event, ...(commitment === undefined ? {} : { commitment }), ...(option === undefined ? {} : { option }) };
  });
  const afforded = ap <= menu.ap ? remedies : [];
  let left = menu.ap - (ap <= menu.ap ? ap : 0);
  const ratify = some(mind, menu.ratify, 0.5).slice(0, left);
  left -= ratify.length;
  const blocks = some(mind, menu.blocks, 0.3).slice(0, 1); // PR-10: one a text
  const disclose = some(mind, menu.disclose, 0.3);
  return {
    type: 'choose', actions: actions(mind, { ...menu, ap: left }), dues, reversals: some(mind, menu.reversals, 0.1), denials: some(mind, menu.denials, 0.2), remedies: afforded,
    ...(blocks.length > 0 ? { blocks } : {}), ...(ratify.length > 0 ? { ratify } : {}), ...(disclose.length > 0 ? { disclose } : {}),
  };
}

/** An answer to one of the live texts this seat can read, as far as it may. */
function answer(mind: Mind): SeatCommand | null {
  const all = mind.legal.answer;
  const ids = Object.keys(all);
  const proposal = one(mind, ids);
  const may = proposal === undefined ? undefined : all[proposal];
  if (proposal === undefined || !may) return null;
  const version = mind.view.proposals[proposal]?.version ?? 1;
  const roll = mind.random();
  if (may.withdraw) return roll < 0.15 ? { type: 'withdraw', proposal } : null;
  if (may.object && roll < 0.2) return { type: 'object', proposal, version };
  if (may.refuse && roll < 0.4) return { type: 'refuse', proposal, version, reasons: [one(mind, REASONS) ?? 'not-now'] };
  return may.sign ? { type: 'sign', proposal, version } : null;
}

function texts(mind: Mind): SeatCommand | null {
  // Whole texts cost most to make, so they are made only now and then.
  if (mind.random() < 0.65) return answer(mind);
  const table = one(mind, mind.legal.propose);
  return table && table.left > 0 ? text(mind, table) : null;
}

function meet(mind: Mind): SeatCommand | null {
  const menu = mind.legal.meet;
  if (!menu) return null;
  if (menu.with !== null) return texts(mind);
  const from = one(mind, menu.accept);
  if (from !== undefined) return mind.random() < 0.75 ? { type: 'acceptInvite', from } : { type: 'declineInvite', from };
  const to = mind.random() < 0.5 ? one(mind, menu.invite) : undefined;
  return to === undefined ? null : { type: 'invite', to };
}

function crisis(mind: Mind): SeatCommand | null {
  const { side, answerActs } = mind.legal;
  const asked = one(mind, answerActs);
  if (asked && (!side || mind.random() < 0.5)) return { type: 'answerAct', ...asked, accept: mind.random() < 0.5 };
  return side ? { type: 'pickSide', side: mind.random() < 0.5 ? 'back' : 'restrain' } : null;
}

/** One of the acts of the higher levels. */
function craft(mind: Mind): SeatCommand | null {
  const menu: Maker[] = [];
  const c = mind.legal.craft;
  for (const { event, options } of c.bids) menu.push(() => ({ type: 'bid', event, bid: one(mind, options) ?? '' }));
  for (const { proposal, line } of c.readings) menu.push(() => ({ type: 'readClause', proposal, line, reading: mind.random() < 0.5 ? 'strict' : 'loose' }));
  const pair = c.inquire && one(mind, c.inquire.pairs)?.split('-');
  if (pair) menu.push(() => ({ type: 'inquire', about: { kind: 'pair', a: pair[0] ?? '', b: pair[1] ?? '' } }));
  const channel = c.inquire && one(mind, c.inquire.channels);
  if (channel) menu.push(() => ({ type: 'inquire', about: { kind: 'channel', seat: channel } }));
  const covert = c.inquire && one(mind, c.inquire.covert);
  if (covert) menu.push(() => ({ type: 'inquire', about: { kind: 'covert', seat: covert } }));
  for (const seat of c.compareNotes) menu.push(() => ({ type: 'compareNotes', with: seat }));
  for (const card of c.offerCards) menu.push(() => ({ type: 'offerCard', card: card.card, give: card.signature && mind.random() < 0.5 ? { kind: 'signature' } : { kind: 'level', level: one(mind, card.levels) ?? 0 } }));
  for (const offer of c.answerCards) menu.push(() => ({ type: 'answerCard', from: offer.from, card: offer.card, accept: mind.random() < 0.5 }));
  const target = one(mind, c.tableDemarche);
  if (target !== undefined) menu.push(() => ({ type: 'tableDemarche', target }));
  for (const demarche of c.answerDemarche) menu.push(() => ({ type: 'answerDemarche', demarche, favour: mind.me.ap >= c.demarcheAp && mind.random() < 0.6 }));
  for (const { event, with: others } of c.shareBuds) menu.push(() => ({ type: 'shareBud', event, with: one(mind, others) ?? '' }));
  for (const { event, most } of c.pledge) menu.push(() => ({ type: 'pledge', event, ap: Math.floor(mind.random() * (most + 1)) }));
  const action = one(mind, c.announce);
  if (action !== undefined) menu.push(() => ({ type: 'announce', action }));
  const commitment = c.accuse && one(mind, c.accuse.commitments);
  if (commitment) menu.push(() => ({ type: 'accuse', commitment }));
  const leak = c.accuse && one(mind, c.accuse.leaks);
  if (leak) menu.push(() => ({ type: 'accuse', leak }));
  for (const sorry of c.apologise) menu.push(() => ({ type: 'apologise', commitment: sorry }));
  if (c.joinRules) menu.push(() => ({ type: 'joinRules', join: mind.random() < 0.5 }));
  return one(mind, menu)?.() ?? null;
}

/** One act that the phase allows. */
function drawn(mind: Mind, phase: PhaseId): SeatCommand | null {
  const play = mind.hosted ? mind.hosted.beyond : mind.view.table.level !== 'core';
  if (play && phase !== 'secret' && phase !== 'crisis' && mind.random() < 0.2) return craft(mind);
  switch (phase) {
    case 'dawn': case 'reveal': case 'brief': return null;
    case 'declaration': {
      const levels = mind.legal.declare?.levels;
      return levels ? { type: 'declare', level: one(mind, levels) ?? 0 } : null;
    }
    case 'bilateral': return meet(mind);
    case 'plenary': {
      const step = mind.random() < 0.3 ? one(mind, mind.legal.preStep) : undefined;
      const receivers = step?.receivers[0];
      return step && receivers ? { type: 'preStep', clause: step.clause, receivers } : texts(mind);
    }
    case 'secret': return choice(mind);
    case 'crisis': return crisis(mind);
    case 'hotline': return mind.legal.stand ? { type: 'standDown', stand: mind.random() < 0.5 ? 'down' : 'hold' } : null;
    default: return phase satisfies never;
  }
}

/** Any act of the menu, or nothing more: then the seat is done. What the rules refuse was legal by the menu's letter only (AP, limits). */
export function chooseRandomAct(mind: Mind): SeatCommand | null {
  const phase = mind.hosted?.phase ?? mind.view.table.phase;
  if (mind.hosted) mind.memory.idle = true;
  else if (mind.view.table.ready.includes(mind.seat) || mind.random() < 0.25 || (phase === 'secret' && mind.me.sealed.choice !== null)) return null;
  return drawn(mind, phase);
}
