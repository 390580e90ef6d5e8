/** `npm run check`: types, lint and the quick tests; under a minute. */
import { lint, runStages, types, vitest } from './stages.ts';

runStages([...types, lint, vitest('unit', ['--project', 'unit', '--project', 'client'])]);
