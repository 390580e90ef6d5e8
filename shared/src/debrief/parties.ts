/** Seats a text is about. */
import type { LineDraft } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';

export const concerned = (lines: readonly LineDraft[]): readonly SeatId[] => [...new Set(lines.flatMap(({ givers, receivers }) => [...givers, ...receivers]))];
