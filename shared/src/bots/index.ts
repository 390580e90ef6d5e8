/** Bots: one act at a time from a seat's own view. */
export { chooseAct, MOST_ACTS } from './chooseAct.ts';
export { playMatch, dice } from './table.ts';
export type { Played, PlayedEntry, PlayOptions } from './table.ts';
export { drawTemper } from './temper.ts';
export { newMemory, TEMPERS } from './types.ts';
export type { BotInput, BotMemory, Temper } from './types.ts';
