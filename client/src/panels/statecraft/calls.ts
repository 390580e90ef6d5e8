/** What waits for our answer beside the phase's main decision, so that nothing folded away goes by unseen. */
import type { View } from '@concert/shared';

export type Call =
  | { readonly kind: 'bid'; readonly event: string } | { readonly kind: 'reading'; readonly clause: string }
  | { readonly kind: 'card'; readonly seat: string } | { readonly kind: 'demarche'; readonly target: string }
  | { readonly kind: 'apology'; readonly clause: string } | { readonly kind: 'bud'; readonly event: string };
/** BU-1: a threat at its last stage blooms at the next dawn. */
const LAST_STAGE = 3;

export function callsOf({ legal, craft: known, commitments }: Pick<View, 'legal' | 'craft' | 'commitments'>): Call[] {
  if (!legal) return [];
  const { bids, readings, answerCards, answerDemarche, apologise, pledge } = legal.craft;
  const ripe = (event: string): boolean => known.buds.some((bud) => bud.event === event && bud.stage >= LAST_STAGE);
  return [
    ...bids.filter((each) => each.own === null).map(({ event }): Call => ({ kind: 'bid', event })),
    ...readings.filter((each) => each.own === null).map(({ clause }): Call => ({ kind: 'reading', clause })),
    ...answerCards.map(({ from }): Call => ({ kind: 'card', seat: from })),
    ...known.demarches.filter(({ id }) => answerDemarche.includes(id)).map(({ target }): Call => ({ kind: 'demarche', target })),
    ...pledge.filter((each) => each.own === 0 && each.most > 0 && ripe(each.event)).map(({ event }): Call => ({ kind: 'bud', event })),
    ...apologise.flatMap((id): Call[] => { const promise = commitments[id]; return promise ? [{ kind: 'apology', clause: promise.clause }] : []; }),
  ];
}
