/** `npm start`: builds what is stale, then serves game and API from one process. */
import { buildClient } from './clientBuild.ts';

await buildClient();
await import('../server/src/main.ts');
