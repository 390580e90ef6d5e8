/** `npm run thesis [-- --quick] [--only T3] [--matches N] [--usage N] [--jobs N] [--json]`: the claims of the essay, put to the test. */
import { operator } from '../server/tools/operator.ts';
import { thesis } from '../server/tools/thesis/main.ts';

await operator('thesis', () => thesis(process.argv.slice(2)));
