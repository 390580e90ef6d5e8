/** Runs the log contract on both stores. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryMatchLog } from '../src/store/memoryMatchLog.ts';
import { sqliteMatchLog } from '../src/store/sqliteMatchLog.ts';
import { matchLogContract } from './matchLogContract.ts';

matchLogContract('memory', memoryMatchLog, (log) => log);

let dir = '';
matchLogContract('sqlite', () => sqliteMatchLog((dir = mkdtempSync(path.join(tmpdir(), 'concert-log-')))), () => sqliteMatchLog(dir));
