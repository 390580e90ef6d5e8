/** The `historic` temper and the data it follows. */
export { historic } from './policy.ts';
export { positionProblems } from './problems.ts';
export { registerPositions, stancesOf } from './registry.ts';
export { Positions } from './schema.ts';
export type { Circumstance, PositionLine, PositionText, SeatPositions } from './schema.ts';
