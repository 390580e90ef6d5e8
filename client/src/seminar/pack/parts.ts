/** The parts a printed pack can have, in the order they are printed. */
export const PARTS = ['schedule', 'rules', 'public', 'secret', 'cards', 'observer', 'paper'] as const;
export type Part = (typeof PARTS)[number];
/** Parts that are printed for one delegation each. */
export const OF_SEATS: readonly Part[] = ['public', 'secret', 'paper'];
export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];
export const CARDS_A_PAGE = 8;
