/** A roster as people paste it. */
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/seminar/roster.ts';

const SEATS = ['US', 'CN'];
const OFFICES = ['head', 'press'];
const read = (text: string) => readRoster(text, SEATS, OFFICES);

describe('ROSTER', () => {
  it('takes one name a line', () => {
    expect(read('Ada Lovelace\n\n王芳\r\n  Müller  ')).toEqual({ people: [{ name: 'Ada Lovelace' }, { name: '王芳' }, { name: 'Müller' }], unread: [] });
  });
  it('takes CSV with a head line in any order, quotes and a mark at its beginning', () => {
    expect(read('\uFEFFseat,Name,office,Group\nus,"Lovelace, Ada",HEAD,2\n,Bo,,')).toEqual({ people: [{ name: 'Lovelace, Ada', table: 2, seat: 'US', office: 'head' }, { name: 'Bo' }], unread: [] });
    expect(read('姓名;席位\n王芳;CN')).toEqual({ people: [{ name: '王芳', seat: 'CN' }], unread: [] });
  });
  it('without a head line columns are name, table, seat, office', () => {
    expect(read('Ada\t1\tUS\tpress')).toEqual({ people: [{ name: 'Ada', table: 1, seat: 'US', office: 'press' }], unread: [] });
  });
  it('FD-11: `observer` in the place of a seat comes to watch, at a table or any; an office is no use there', () => {
    expect(read('Ada,1,US\nOscar,2,Observer\n王芳,,观察员,head')).toEqual({ people: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Oscar', table: 2, observes: true }, { name: '王芳', observes: true }], unread: [] });
  });
  it('names the lines it cannot read and keeps the others', () => {
    expect(read('Ada,1,XX\nBo,99\nCy,1,US,cook\n,1,US\nDi')).toEqual({ people: [{ name: 'Di' }], unread: [1, 2, 3, 4] });
  });
});
