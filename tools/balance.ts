/** `npm run balance [-- --page] [--matches N] [--usage N] [--jobs N]`: docs/balance.md with its pictures, from simulation. */
import { balance } from '../server/tools/balance/main.ts';
import { operator } from '../server/tools/operator.ts';

await operator('balance', () => balance(process.argv.slice(2)));
