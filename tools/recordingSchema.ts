/** Writes assets/schemas/recording.schema.json from the schemas the program reads recordings with; a test keeps the two alike. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordingJsonSchema } from '../shared/src/recording/jsonSchema.ts';
import { ROOT } from './paths.ts';

const folder = path.join(ROOT, 'assets/schemas');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'recording.schema.json'), `${JSON.stringify(recordingJsonSchema(), null, 1)}\n`);
