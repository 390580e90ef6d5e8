/** The few pieces of integer arithmetic all rules share (rulings, head): floor division, halves toward zero, one clamp. */
export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
/** `//` of the rules: floors toward minus infinity. */
export const floorDiv = (value: number, by: number): number => Math.floor(value / by);
/** Half of a value or modifier truncates toward zero; `+ 0` keeps minus zero out of recordings. */
export const half = (value: number): number => Math.trunc(value / 2) + 0;
/** Half of a cost rounds up. */
export const halfCost = (value: number): number => Math.ceil(value / 2) + 0;
