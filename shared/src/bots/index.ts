/** Bots: one act at a time from a seat's own view. */
export { chooseAct, MOST_ACTS } from './chooseAct.ts';
export { plan } from './planner.ts';
export { policyOf } from './policies.ts';
export type { Policy } from './policies.ts';
export { playMatch, dice } from './table.ts';
export type { Played, PlayedEntry, PlayOptions } from './table.ts';
export { drawTemper, profileOf } from './temper.ts';
export { newMemory, TEMPERS } from './types.ts';
export type { BotInput, BotMemory, Mind, Profile, Temper } from './types.ts';
