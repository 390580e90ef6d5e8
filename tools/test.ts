/** `npm test`: everything, the real browser included. */
import { ensureBrowser } from './browser.ts';
import { buildClient } from './clientBuild.ts';
import { browser, lint, runStages, types, vitest } from './stages.ts';

ensureBrowser();
await buildClient();
runStages([...types, lint, vitest('unit', ['--project', 'unit', '--project', 'client']), vitest('simulation', ['--project', 'simulation']), vitest('server', ['--project', 'server']), browser]);
