/** Runs the log contract on both stores. */
import { memoryMatchLog } from '../src/store/memoryMatchLog.ts';
import { sqliteMatchLog } from '../src/store/sqliteMatchLog.ts';
import { matchLogContract } from './matchLogContract.ts';
import { temporaryFolder } from './temporaryFolder.ts';

matchLogContract('memory', memoryMatchLog, (log) => log);

let dir = '';
matchLogContract('sqlite', () => sqliteMatchLog((dir = temporaryFolder('log'))), () => sqliteMatchLog(dir));
