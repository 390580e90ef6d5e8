/** The class stores keep their contract. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryClassStore } from '../../src/seminar/memoryClassStore.ts';
import { sqliteClassStore } from '../../src/seminar/sqliteClassStore.ts';
import { classStoreContract } from './classStoreContract.ts';

classStoreContract('memory', memoryClassStore, (store) => store);
let folder = '';
classStoreContract('sqlite', () => sqliteClassStore((folder = mkdtempSync(path.join(tmpdir(), 'concert-class-')))), (store) => { store.close(); return sqliteClassStore(folder); });
