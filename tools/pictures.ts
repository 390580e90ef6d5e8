/** `npm run pictures [-- match|replay|seminar] [SEED]`: a picture of every screen and phase, taken from the real pages, under docs/pictures. */
import { pictureMatch } from './pictures/match.ts';
import { pictureReplay } from './pictures/replay.ts';
import { pictureSeminar } from './pictures/seminar.ts';
import { openStudio } from './pictures/studio.ts';

/** A seed in which the peninsula sees a crisis, so that its phase has a picture too. */
const SEED = 5;
const asked = process.argv.slice(2);
const wants = (part: string): boolean => !asked.some((word) => /^[a-z]/.test(word)) || asked.includes(part);
const seed = Number(asked.find((word) => /^\d+$/.test(word)) ?? SEED);

const studio = await openStudio();
if (wants('match')) await pictureMatch(studio, seed);
if (wants('replay')) await pictureReplay(studio);
if (wants('seminar')) await pictureSeminar(studio);
await studio.close();
process.exit(0);
