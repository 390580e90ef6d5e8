/** `concert class key CODE`: whoever runs the server lets an instructor back to a desk whose keys are all lost; the server may run meanwhile. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../src/operatorError.ts';
import type { ClassStore } from '../../src/seminar/ClassStore.ts';
import { DeskKeys, keysOf } from '../../src/seminar/DeskKeys.ts';
import { sqliteClassStore } from '../../src/seminar/sqliteClassStore.ts';

const USAGE = 'npm run -s concert -- class key CODE --data FOLDER';
const NAMED_MOST = 8;
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

/** The store of a folder that already is one: a mistyped name must not make a new one. */
function openStore(dir: string): ClassStore {
  if (!existsSync(path.join(dir, 'concert.sqlite'))) throw new OperatorError(`there is no concert.sqlite in ${dir}`, 'name the data folder of the server with --data or DATA_DIR');
  try {
    return sqliteClassStore(dir);
  } catch (error) {
    throw new OperatorError(`cannot open the data folder ${dir} (${(error as Error).message})`, 'run it as the user of the server, with the same version');
  }
}

export function classKey(args: string[]): number {
  const { values, positionals } = parseArgs({ args, options: { data: { type: 'string' }, url: { type: 'string' } }, allowPositionals: true });
  const code = (positionals[0] ?? '').toUpperCase();
  if (code === '' || positionals.length > 1) throw new OperatorError(code === '' ? 'no class is named' : 'more than one class is named', USAGE);
  const given = values.url ?? (process.env['PUBLIC_URL'] || 'http://localhost:2567');
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw new OperatorError(`the address ${given} is none`, 'write it as a whole, such as https://concert.example.org');
  const dir = values.data ?? (process.env['DATA_DIR'] || './data');
  const store = openStore(dir);
  try {
    const record = store.find(code);
    if (!record) {
      // Every class is overdue at the end of time: that names all there are.
      const known = store.overdue(Number.MAX_SAFE_INTEGER);
      throw new OperatorError(`there is no class ${code} in ${dir}`, known.length === 0 ? 'there is none at all: is it the right folder?' : `there are ${known.slice(0, NAMED_MOST).join(', ')}${known.length > NAMED_MOST ? ' and more' : ''}`);
    }
    const { pass, until } = new DeskKeys(store, Date.now).fromOperator(record);
    const keys = keysOf(record, '').length;
    say(pass);
    say(`A pass for the desk of ${code}${record.title === '' ? '' : ` (${record.title})`}. It serves once, until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC; only its hash was stored.`);
    say(`Open ${new URL(given).origin}/class/${code}/desk in the browser that is to lead the class, and type it there.`);
    say(`Nothing else was changed: ${keys === 1 ? 'the key made before stays' : `the ${keys} keys made before stay`} good until taken away at the desk, under Machines.`);
    return 0;
  } finally { store.close(); }
}
