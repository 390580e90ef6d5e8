/** The repository root, for the chores in this folder. */
import path from 'node:path';

export const ROOT = path.dirname(import.meta.dirname);
