/** From what a seat may know to what the map draws; pure, so that tests and the text twin share it. */
import type { PublicScenario, View } from '@concert/shared';
import type { MapInput, MapThreat, NameOrder, Selection } from '../map/types.ts';
import { styleOf } from './flags.ts';

/** The programme shows where it stands, by the rungs everybody may know. */
function threats(view: View, scenario: PublicScenario): MapThreat[] {
  const placeOf = (special: string): string | undefined => scenario.places[scenario.actions.find((action) => action.special === special)?.id ?? ''];
  const { pro, launches } = view.gauges;
  const rung = pro.exact ?? pro.low;
  const reactor = placeOf('restart');
  const site = placeOf('test');
  const pad = placeOf('launch');
  return [
    ...(reactor && rung >= 3 ? [{ placeId: reactor, kind: 'nuclear' as const, stage: rung >= 7 ? 3 as const : rung >= 5 ? 2 as const : 1 as const }] : []),
    ...(site && view.gauges.tests > 0 ? [{ placeId: site, kind: 'nuclear' as const, stage: view.gauges.tests > 1 ? 3 as const : 2 as const }] : []),
    ...(pad && launches > 0 ? [{ placeId: pad, kind: 'missile' as const, stage: launches > 2 ? 3 as const : launches > 1 ? 2 as const : 1 as const }] : []),
  ];
}

/** Everything on the map of this view: relations, texts in force and under discussion, acts of the round, threats. */
export function mapInput(view: View, scenario: PublicScenario, selection: Selection | null, nameOrder: NameOrder = 'korean-first'): MapInput {
  return {
    seats: scenario.seats.map(({ id }) => ({
      id, palette: styleOf(id)?.palette ?? 'usa', capital: scenario.places[id] ?? id,
      name: { key: `scenario:seat.${id}.name` }, code: { key: `scenario:seat.${id}.code` },
    })),
    relations: Object.values(view.trust).map(({ a, b, band, exact }) => ({ a, b, band, exact })),
    treaties: Object.values(view.commitments).filter((commitment) => !['superseded', 'lapsed', 'blocked'].includes(commitment.state)).map((commitment) => ({
      id: commitment.id, clause: commitment.clause, name: { key: `scenario:clause.${commitment.clause}.name` },
      givers: [commitment.giver], receivers: commitment.receivers, state: commitment.state,
    })),
    proposals: Object.values(view.proposals).filter((proposal) => proposal.status === 'live').map((proposal) => ({
      id: proposal.id, parties: proposal.parties, scope: proposal.scope, signedBy: proposal.signed,
    })),
    actions: view.revealed.map((act, index) => {
      const spec = scenario.actions.find((action) => action.id === act.action);
      return {
        id: `${act.seat}-${act.action}-${index}`, actor: act.seat, target: act.target ?? act.partner ?? null, placeId: scenario.places[act.action] ?? null,
        tone: (spec?.ten ?? 0) > 0 ? 'hostile' as const : (spec?.ten ?? 0) < 0 ? 'friendly' as const : 'neutral' as const,
        name: { key: `scenario:action.${act.action}.name` },
      };
    }),
    threats: threats(view, scenario), selection, nameOrder,
    years: [scenario.firstYear, scenario.firstYear + 6],
  };
}
