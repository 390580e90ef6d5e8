/** Files that were cut, edited, forged, or written by others or by other versions open as far as they are sound, and say where they broke. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReel, isOpened, isSnapshot, openRecording, RECORDING_FORMAT, verifyRecording, withAnnotations, type Annotation, type Opened, type RecordingRefusal } from '../../src/recording/index.ts';
import { linkOf } from '../../src/recording/chain.ts';
import { sixParty } from '../scenario.ts';
import { recorded } from './played.ts';

const NOTE: Annotation = { id: 'a1', kind: 'note', seq: 3, text: { en: 'Here it turned.', zh: '转折在此。' }, author: 'a reader' };
const whole = recorded({ seed: 12, level: 'standard', rounds: 4 }, [NOTE]);
const lines = whole.trimEnd().split('\n');
const join = (changed: readonly string[]): string => `${changed.join('\n')}\n`;
const open = (text: string): Opened => {
  const result = openRecording(text, (id) => (id === sixParty.id ? sixParty : undefined));
  if (!isOpened(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.params)}`);
  return result;
};
const refusal = (text: string): RecordingRefusal => {
  const result = openRecording(text);
  if (isOpened(result)) throw new Error('opened');
  return result;
};
const codes = (opened: Opened): string[] => opened.problems.map(({ code }) => code);
/** Entries sealed anew, as somebody does who knows how the chain is made. */
function forged(change: (entry: Record<string, unknown>, index: number) => Record<string, unknown>): string {
  let link = '';
  const entries = lines.slice(1, -2).map((line, index) => {
    const { hash: _hash, ...rest } = change(JSON.parse(line) as Record<string, unknown>, index);
    link = linkOf(link, rest);
    return JSON.stringify({ ...rest, hash: link });
  });
  return join([lines[0] ?? '', ...entries]);
}

describe('REC-4 sound files', () => {
  test('a whole file has no problem, verifies, and keeps its remarks', () => {
    const opened = open(whole);
    expect(opened.problems).toEqual([]);
    expect(opened.annotations).toEqual([NOTE]);
    expect(verifyRecording(whole)).toMatchObject({ sound: true, decidedAgain: true, findings: [], notes: [] });
    const reel = createReel(opened);
    expect(reel.steps[reel.stepOfSeq(3)]?.annotations).toEqual([NOTE]);
    expect(withAnnotations(whole, [])).toBe(join(lines.slice(0, -1)));
    expect(verifyRecording(withAnnotations(whole, [NOTE, { ...NOTE, id: 'a2' }])).sound).toBe(true);
  });

  test('a file of format 1 finds its scenario by id and plays to its end', () => {
    const older = gunzipSync(readFileSync(new URL('older/format-1.concert.jsonl.gz', import.meta.url))).toString('utf8');
    const opened = open(older);
    expect(opened.header.version).toBe(RECORDING_FORMAT);
    expect(codes(opened)[0]).toBe('older-format');
    expect(codes(opened).filter((code) => !['older-format', 'older-rules', 'scenario-changed'].includes(code))).toEqual([]);
    const reel = createReel(opened);
    expect(reel.stateAt(reel.length).status).toBe('ended');
    expect(reel.stateAt(reel.length).ending?.tier).toBe(opened.closing?.outcome);
    expect(refusal(older)).toMatchObject({ code: 'no-scenario', params: { scenario: sixParty.id }, seen: { match: 'OLDONE', title: 'format 1' } });
  });
});

describe('REC-5 cut and edited files', () => {
  test('cut anywhere, it opens to the last whole entry', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (at) => {
      const result = openRecording(whole.slice(0, at));
      const left = whole.slice(0, at).split('\n').slice(0, -1);
      if (left.length < 2 && !isOpened(result)) { expect(['foreign', 'no-entries', 'empty']).toContain(result.code); return; }
      if (!isOpened(result)) throw new Error(result.code);
      const kept = left.filter((line) => line.startsWith('{"seq":')).length;
      expect(result.entries.length).toBeGreaterThanOrEqual(kept);
      if (result.closing === null) expect(codes(result)).toContain('cut');
      createReel(result);
    }), { numRuns: 60, seed: 1 });
  });

  test('cut at the end of every line', () => {
    for (let count = 1; count < lines.length; count += 7) {
      const result = openRecording(join(lines.slice(0, count)));
      if (count === 1) expect(result).toMatchObject({ refused: true, code: 'no-entries' });
      else expect(isOpened(result) && result.entries.length === Math.min(count - 1, lines.length - 3)).toBe(true);
    }
  });

  test('an edited entry ends what is played before it', () => {
    const at = lines.findIndex((line) => line.includes('"declared"'));
    const edited = lines.with(at, (lines[at] ?? '').replace(/"level":\d/, '"level":4').replace(/"type":"declare","level":4/, '"type":"declare","level":3'));
    const opened = open(join(edited));
    expect(opened.problems[0]).toEqual({ code: 'chain', params: { seq: at } });
    expect(opened.entries.at(-1)?.seq).toBe(at - 1);
    expect(opened.annotations).toEqual([NOTE]);
    expect(verifyRecording(join(edited)).sound).toBe(false);
  });

  test('a line taken out, doubled, or not JSON is named', () => {
    expect(open(join(lines.toSpliced(9, 1))).problems[0]).toMatchObject({ code: 'sequence', params: { seq: 9, found: 10 } });
    expect(open(join(lines.toSpliced(9, 0, lines[8] ?? ''))).problems[0]).toMatchObject({ code: 'sequence' });
    expect(open(join(lines.with(9, '{"seq":9,'))).problems[0]).toEqual({ code: 'unreadable', params: { line: 10 } });
    expect(open(join(lines.with(9, '[1,2]'))).problems[0]).toEqual({ code: 'unreadable', params: { line: 10 } });
  });

  test('a changed header or closing line is told, and the match still plays', () => {
    const header = open(join(lines.with(0, (lines[0] ?? '').replace('a test', 'a text'))));
    expect(codes(header)).toEqual(['digest']);
    const closing = open(join(lines.with(-2, (lines.at(-2) ?? '').replace(/"outcome":"\w+"/, '"outcome":"concert-not"'))));
    expect(codes(closing)).toEqual(['outcome']);
    const counted = open(join(lines.with(-2, (lines.at(-2) ?? '').replace(/"entries":\d+/, '"entries":1'))));
    expect(codes(counted)).toEqual(['count']);
  });

  test('a changed scenario is told', () => {
    const header = JSON.parse(lines[0] ?? '') as { scenario: { data: { brink: number } } };
    header.scenario.data.brink += 1;
    expect(codes(open(join(lines.with(0, JSON.stringify(header)))))).toContain('scenario-changed');
  });

  test('a wrong remark is left out, the others stay', () => {
    const opened = open(`${join(lines)}{"annotation":{"id":"x","kind":"song","seq":1,"text":""}}\n{"annotation":{"id":"y","kind":"note","seq":99999,"text":"late"}}\n`);
    expect(opened.annotations).toEqual([NOTE]);
    expect(codes(opened)).toEqual(['annotation', 'annotation']);
  });
});

describe('REC-6 files that cannot be opened', () => {
  test.each([
    ['', 'empty'], ['\n\n', 'empty'], ['hello', 'foreign'], ['{"a":1}', 'foreign'], ['[]', 'foreign'], ['null', 'foreign'], ['<script>alert(1)</script>', 'foreign'], ['\u0000\u0001PNG', 'foreign'],
    ['{"format":"concert"}', 'bad-header'], ['{"format":"concert","version":"2"}', 'bad-header'], ['{"format":"concert","version":2,"scenario":{"id":"x","data":{}}}', 'bad-header'], [`${'['.repeat(200_000)}`, 'foreign'],
  ])('%#', (text, code) => expect(refusal(text).code).toBe(code));

  test('a newer format is refused and says what its header says', () => {
    const newer = lines.with(0, (lines[0] ?? '').replace(/"version":2/, '"version":3'));
    expect(refusal(join(newer))).toMatchObject({ code: 'newer', params: { version: 3, format: RECORDING_FORMAT }, seen: { match: 'TEST01', title: 'a test', scenario: sixParty.id } });
  });

  test('a huge file is refused before it is read', () => {
    expect(refusal(`${lines[0] ?? ''}\n${' '.repeat(65 * 1024 * 1024)}`).code).toBe('too-large');
  });

  test('a scenario no match can be played in is refused', () => {
    const header = JSON.parse(lines[0] ?? '') as { scenario: { data: { seats: unknown } } };
    header.scenario.data.seats = [];
    expect(refusal(join(lines.with(0, JSON.stringify(header)))).code).toBe('bad-scenario');
  });
});

describe('REC-7 forged files, their chain made anew', () => {
  test('prototypes are never touched', () => {
    const evil = lines.with(5, (lines[5] ?? '').replace('"seq":5', '"__proto__":{"polluted":true},"seq":5'));
    expect(open(join(evil)).problems[0]).toMatchObject({ code: 'unreadable' });
    const deep = forged((entry, i) => (i === 4 ? JSON.parse(JSON.stringify(entry).replace('"command":', '"extra":{"\\u005f_proto__":{"polluted":1}},"command":')) as Record<string, unknown> : entry));
    expect(open(deep).entries).toHaveLength(4);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    const inherited = forged((entry, i) => (i === 6 ? { ...entry, events: [{ type: 'seatMoved', seat: 'constructor', set: { n: 1 } }, { type: 'trustMoved', set: { toString: 3 }, terms: [] }] } : entry));
    const reel = createReel(open(inherited));
    expect(() => reel.viewAt(6, { kind: 'all' })).not.toThrow();
    expect(typeof {}.toString).toBe('function');
  });

  test('events that are none, or lead nowhere, end what is played', () => {
    const nonsense = forged((entry, i) => (i === 9 ? { ...entry, events: [{ type: 'becameKing', seat: 'US' }] } : entry));
    expect(open(nonsense).problems[0]).toMatchObject({ code: 'schema', params: { line: 11 } });
    const shapeless = forged((entry, i) => (i === 9 ? { ...entry, events: [{ type: 'proposalTabled', proposal: null }] } : entry));
    expect(open(shapeless).entries).toHaveLength(9);
    const elsewhere = forged((entry, i) => (i === 0 ? { ...entry, events: (entry['events'] as { type: string }[]).map((event) => (event.type === 'matchStarted' ? { ...event, scenario: 'another' } : event)) } : entry));
    expect(refusal(elsewhere).code).toBe('no-entries');
  });

  test('an act the rules would not allow plays, but does not verify', () => {
    const lie = forged((entry, i) => (i === 9 && 'events' in entry ? { ...entry, events: [{ type: 'indicatorsMoved', set: { TEN: 99 }, terms: {} }] } : entry));
    expect(open(lie).entries.length).toBe(lines.length - 3);
    expect(verifyRecording(lie).findings.map(({ code }) => code)).toContain('decided-otherwise');
  });

  test('text of a script stays text', () => {
    const script = '<img src=x onerror=alert(1)>';
    const said = forged((entry, i) => (i === 9 ? { ...entry, events: [{ type: 'messageSent', message: { id: 999, channel: 'US+CN', from: 'US', text: script, round: 1, phase: 'bilateral' } }] } : entry));
    expect(createReel(open(said)).stateAt(99).messages.some(({ text }) => text === script)).toBe(true);
  });

  test('whatever is edited in, opening answers and looking does not throw', () => {
    const values = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant({}), fc.constant([]), fc.constant(1e308), fc.constant('__proto__'));
    const target = lines.slice(1, -2);
    fc.assert(fc.property(fc.nat(target.length - 1), fc.nat(), values, (line, pick, value) => {
      const text = forged((entry, i) => {
        if (i !== line) return entry;
        let index = 0;
        const places = JSON.stringify(entry).match(/:(?:\d+|"[^"]*"|null|true)/g)?.length ?? 1;
        const changed = JSON.stringify(entry).replace(/:(?:\d+|"[^"]*"|null|true)/g, (found) => (index++ === pick % places ? `:${JSON.stringify(value)}` : found));
        return JSON.parse(changed) as Record<string, unknown>;
      });
      const result = openRecording(text);
      if (!isOpened(result)) return;
      const reel = createReel(result);
      for (const viewer of [{ kind: 'all' }, { kind: 'public' }, { kind: 'seat', seat: 'US' }] as const) reel.viewAt(reel.length - 1, viewer);
      reel.seriesOf();
      expect(result.entries.every((entry) => isSnapshot(entry) || Array.isArray(entry.events))).toBe(true);
    }), { numRuns: 40, seed: 7 });
  });
});
