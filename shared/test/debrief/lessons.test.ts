/** Concepts and questions: only where the match has evidence, always with a place, told in every language; and a whole golden match run through the debrief. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ESSAY } from '../../src/debrief/concepts/essay.ts';
import { strongest } from '../../src/debrief/concepts/signs.ts';
import { THEORY } from '../../src/debrief/concepts/theory.ts';
import { debriefOf, QUESTION_KINDS, QUICK, SLOW, type Debrief } from '../../src/debrief/index.ts';
import type { LessonParams } from '../../src/debrief/lesson.ts';
import { FOLLOWING } from '../../src/debrief/questions/templates.ts';
import { isOpened, openRecording } from '../../src/recording/index.ts';
import type { ActEntry } from '../../src/recording/format.ts';
import { goldenFiles } from '../golden/format.ts';
import { line, options } from '../given.ts';
import { playedGolden } from './golden.ts';
import { Hand, paper, smallMatch } from './match.ts';

const assets = new URL('../../../assets/', import.meta.url);
const book = JSON.parse(readFileSync(new URL('codebooks/cameo.json', assets), 'utf8'));
const texts: Record<string, Record<string, string>> = Object.fromEntries(['en', 'zh'].map((language) => [language, JSON.parse(readFileSync(new URL(`locales/${language}/debrief.json`, assets), 'utf8'))]));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');
/** The text of a key in its plural forms. */
const textsOf = (language: string, key: string): string[] => [key, `${key}_one`, `${key}_other`].flatMap((each) => texts[language]?.[each] ?? []);
const of = (hand: Hand): Debrief => debriefOf({ scenario: paper, entries: hand.entries as readonly unknown[] as readonly ActEntry[] }, { book });

/** A long match takes seconds on a busy machine. */
const LONG = { timeout: 60_000 };

describe.each(goldenFiles())('%s', LONG, (file) => {
  let debrief: Debrief;
  let seqs: ReadonlySet<number>;
  const golden = playedGolden(file);
  beforeAll(() => { debrief = debriefOf(golden.opened, { book }); seqs = new Set(golden.entries.map(({ seq }) => seq)); });

  it('every part can be made, holds no figure that is no number, and can be handed to another thread', () => {
    whole(debrief);
    expect(debrief.frontier.complete).toBe(true);
  });
  it('shows the mechanisms that are at work in it', () => {
    // M15 without the fear of war leaves nothing to point at in a match that never came near one.
    expect(debrief.concepts.map(({ code }) => code)).toEqual(expect.arrayContaining(golden.mechanisms.filter((code) => code !== 'M15')));
  });
  it('every piece of evidence stands at an act of this match, oldest first, three at most, and is told in every language with the parameters it has', () => {
    for (const { code, evidence, places } of debrief.concepts) {
      expect(evidence.length, code).toBeGreaterThan(0);
      expect(evidence.length, code).toBeLessThanOrEqual(Math.min(3, places));
      expect(evidence.map(({ seq }) => seq), code).toEqual(evidence.map(({ seq }) => seq).sort((a, b) => a - b));
      for (const each of evidence) { expect(seqs.has(each.seq), `${code} ${each.code}`).toBe(true); expect(golden.entries[each.step]?.seq, each.code).toBe(each.seq); told(`evidence.${each.code}`, each.params); }
    }
  });
  it('asks six to ten different questions, each kind once at least and three times at most, each at a place and told in every language', () => {
    const { questions } = debrief;
    expect(questions.length).toBeGreaterThanOrEqual(6);
    expect(questions.length).toBeLessThanOrEqual(10);
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length);
    for (const kind of QUESTION_KINDS) { const count = questions.filter((each) => each.kind === kind).length; expect(count, kind).toBeGreaterThan(0); expect(count, kind).toBeLessThanOrEqual(3); }
    expect(questions.map(({ kind }) => QUESTION_KINDS.indexOf(kind))).toEqual(questions.map(({ kind }) => QUESTION_KINDS.indexOf(kind)).sort((a, b) => a - b));
    const shown = debrief.concepts.map(({ code }) => code);
    for (const each of questions) { expect(seqs.has(each.place.seq), each.code).toBe(true); told(`question.${each.code}`, each.params); if (each.concept !== null) expect(shown).toContain(each.concept); }
  });
});

/** Every part is there, is plain data, and has no figure that is none. */
function whole(debrief: Debrief): void {
  for (const part of [...QUICK, ...SLOW]) {
    const odd: string[] = [];
    JSON.stringify(structuredClone(debrief[part]), (key, value: unknown) => { if (typeof value === 'number' && !Number.isFinite(value)) odd.push(key); return value; });
    expect(odd, part).toEqual([]);
  }
}

function told(key: string, params: LessonParams): void {
  for (const language of Object.keys(texts)) {
    const forms = textsOf(language, key);
    expect(forms.length, `${language} ${key}`).toBeGreaterThan(0);
    for (const form of forms) expect(placeholders(form).filter((name) => !(name in params)), `${language} ${key}`).toEqual([]);
  }
}

describe('texts', () => {
  const codes = [...Object.keys(ESSAY), ...Object.keys(THEORY)];
  it('every concept has a name and says what it means; every kind and school has a name', () => {
    for (const language of Object.keys(texts)) for (const key of [...codes.flatMap((code) => [`concept.${code}.name`, `concept.${code}.means`]), ...QUESTION_KINDS.map((kind) => `question.kind.${kind}`), 'school.essay', 'school.theory']) expect(texts[language]?.[key], `${language} ${key}`).toBeTruthy();
  });
  it('every question that may be asked has a text, and every text is one that may be asked', () => {
    const source = readFileSync(new URL('../../src/debrief/questions/templates.ts', import.meta.url), 'utf8');
    const asked = new Set([...FOLLOWING.map(({ code }) => code), ...[...source.matchAll(/'((?:why|whatIf|interest|theory|history)\.\w+)'/g)].map((found) => found[1] ?? '')]);
    const known = new Set(Object.keys(texts['en'] ?? {}).filter((key) => key.startsWith('question.') && !key.startsWith('question.kind.')).map((key) => key.slice('question.'.length).replace(/_(one|other)$/, '')));
    expect([...asked].sort()).toEqual([...known].sort());
  });
  it('every evidence text belongs to a sign in the source', () => {
    const source = ['essay', 'theory'].map((file) => readFileSync(new URL(`../../src/debrief/concepts/${file}.ts`, import.meta.url), 'utf8')).join('\n');
    const stems = new Set(Object.keys(texts['en'] ?? {}).filter((key) => key.startsWith('evidence.')).map((key) => key.slice('evidence.'.length).replace(/_(one|other)$/, '')));
    expect([...stems].filter((code) => !source.includes(`'${code}'`) && !code.startsWith('reading.'))).toEqual([]);
  });
  it('every evidence a question waits for is one its concept can have', () => {
    const source = ['essay', 'theory'].map((file) => readFileSync(new URL(`../../src/debrief/concepts/${file}.ts`, import.meta.url), 'utf8')).join('\n');
    expect(FOLLOWING.filter(({ concept }) => !codes.includes(concept))).toEqual([]);
    expect(FOLLOWING.flatMap(({ evidence }) => evidence).filter((code) => !source.includes(`'${code}'`) && !code.startsWith('reading.'))).toEqual([]);
  });
});

describe('only where there is evidence', () => {
  it('a match in which nobody does anything shows no promise, no trade, no talk; it still gives a class six things to ask', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 2 }) });
    while (hand.state.status === 'running') hand.act(null, { type: 'advance', phaseSeq: hand.state.phaseSeq });
    const debrief = of(hand);
    whole(debrief);
    const { concepts, questions } = debrief;
    const shown = concepts.map(({ code }) => code);
    for (const code of ['M22', 'M23', 'M12', 'M11', 'M08', 'M24', 'zopa', 'batna', 'valueLeft', 'logrolling', 'linkage', 'anchoring', 'deadline', 'commitmentProblem', 'coalition', 'mediation', 'reciprocity']) expect(shown, code).not.toContain(code);
    expect(questions.length).toBeGreaterThanOrEqual(6);
  });
  it('the small match shows the broken word of the ROK as a commitment problem, at the act in which it broke', () => {
    const { concepts, chronicle } = of(smallMatch());
    const broke = concepts.find(({ code }) => code === 'commitmentProblem');
    expect(broke?.evidence).toMatchObject([{ code: 'broke', params: { giver: 'RK', clause: 'EN01', receivers: ['DK'] }, round: 2 }]);
    expect(chronicle.acts[broke?.evidence[0]?.step ?? -1]?.seq).toBe(broke?.evidence[0]?.seq);
    expect(concepts.find(({ code }) => code === 'M23')?.evidence).toMatchObject([{ code: 'breached', params: { giver: 'RK', clause: 'EN01' } }]);
    expect(concepts.map(({ code }) => code)).not.toContain('M14');
  });
  it('FD-9 what a capital turns down shows the two-level game, as the mechanism and as the term, and asks whose interest it was', () => {
    const hand = new Hand().act(null, { type: 'start', options: options({ rounds: 2 }) }).act(null, { type: 'desk', act: { type: 'capital', by: 'desk' } }).until('plenary');
    const id = hand.table('DK', [line('DN01'), line('EN01')]);
    hand.sign(id, ['US', 'CN', 'RU', 'JP', 'RK']).until('secret').act(null, { type: 'desk', act: { type: 'ratify', seat: 'RK', proposal: id, verdict: 'reject', reason: 'too dear' } }).until('plenary', 2);
    const { concepts, questions, fit } = of(hand);
    expect(fit.find(({ seat }) => seat === 'RK')?.refusedAtHome).toMatchObject([{ clause: 'EN01' }]);
    expect(concepts.find(({ code }) => code === 'M22')?.evidence.map(({ code }) => code)).toContain('capitalRejected');
    expect(concepts.find(({ code }) => code === 'twoLevel')?.evidence).toContainEqual(expect.objectContaining({ code: 'notRatified', params: { giver: 'RK', clause: 'EN01' } }));
    expect(questions.map(({ code }) => code)).toContain('interest.notRatified');
  });
  it('of many pieces the three strongest are shown, oldest first, each told once', () => {
    const place = { step: 0, round: 1, phase: 'dawn' as const };
    const found = [5, 1, 4, 2, 4].map((weight, i) => ({ ...place, seq: i + 1, code: 'x', params: { value: weight }, weight }));
    expect(strongest(found).map(({ seq, params }) => [seq, params['value']])).toEqual([[1, 5], [3, 4], [4, 2]]);
  });
  it('a match that was broken off is reported as far as it went', () => {
    const hand = smallMatch();
    const { questions, frontier } = debriefOf({ scenario: paper, entries: hand.entries.slice(0, 12) as readonly unknown[] as readonly ActEntry[] }, { book });
    expect(questions.some(({ code }) => code === 'why.open')).toBe(true);
    expect(frontier.signed.chosen).toEqual([]);
  });
});

describe('recordings', LONG, () => {
  it.each(readdirSync(new URL('recordings/', assets)).filter((file) => /^(history|stalemate).*\.jsonl$/.test(file)))('%s goes through the debrief', (file) => {
    const opened = openRecording(readFileSync(new URL(`recordings/${file}`, assets), 'utf8'));
    if (!isOpened(opened)) throw new Error(opened.code);
    const debrief = debriefOf(opened, { book });
    whole(debrief);
    expect(debrief.frontier.complete).toBe(true);
    for (const { evidence } of debrief.concepts) for (const each of evidence) told(`evidence.${each.code}`, each.params);
    for (const each of debrief.questions) told(`question.${each.code}`, each.params);
  });
  it('a frontier made elsewhere is taken as it is', () => {
    const entries = smallMatch().entries as readonly unknown[] as readonly ActEntry[];
    const { frontier } = debriefOf({ scenario: paper, entries });
    expect(debriefOf({ scenario: paper, entries }, { frontier }).frontier).toBe(frontier);
  });
});
