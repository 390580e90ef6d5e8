/** The class stores keep their contract. */
import { memoryClassStore } from '../../src/seminar/memoryClassStore.ts';
import { sqliteClassStore } from '../../src/seminar/sqliteClassStore.ts';
import { classStoreContract } from './classStoreContract.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

classStoreContract('memory', memoryClassStore, (store) => store);
let folder = '';
classStoreContract('sqlite', () => sqliteClassStore((folder = temporaryFolder('class'))), (store) => { store.close(); return sqliteClassStore(folder); });
