/** Invented names for a class that goes by pseudonyms: neutral, easy to tell apart by ear, in the order people come. */
const FIRST = ['Cedar', 'Maple', 'River', 'Cloud', 'Harbor', 'Lantern', 'Meadow', 'Pebble', 'Willow', 'Comet', 'Juniper', 'Ember', 'Quartz', 'Thistle', 'Falcon', 'Tide', 'Birch', 'Sparrow', 'Granite', 'Poplar'];

/** The n-th alias, from 0; all of 120 differ. */
export const aliasOf = (n: number): string => `${FIRST[n % FIRST.length] ?? 'Cedar'} ${Math.floor(n / FIRST.length) + 1}`;
