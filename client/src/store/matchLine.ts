/** Opens and closes the line to one match and writes what comes over it into the store. */
import type { MatchTicket } from '@concert/shared/protocol/messages';
import { getScenario } from '../net/api.ts';
import { connect, type Connection } from '../net/connection.ts';
import { EMPTY, gameStore } from './gameStore.ts';

let open: { readonly code: string; readonly connection: Connection } | null = null;
const origin = (): string => location.origin;

async function loadScenario(id: string): Promise<void> {
  if (gameStore.getState().scenario?.id === id) return;
  const answer = await getScenario(origin(), id);
  if (answer.ok && open) gameStore.setState({ scenario: answer.value });
  else if (open) setTimeout(() => { void loadScenario(id); }, 1500);
}

/** Opens the line of this ticket; a line to another match is closed first. */
export function openLine(ticket: MatchTicket): void {
  if (open?.code === ticket.code) return;
  closeLine();
  gameStore.setState({ ...EMPTY, code: ticket.code, connection: 'connecting' });
  const connection = connect(origin(), ticket, {
    onView: (view) => gameStore.setState({ view }),
    onWelcome: ({ you, scenario }) => { gameStore.setState({ you }); void loadScenario(scenario); },
    onLobby: (lobby) => gameStore.setState({ lobby }),
    onStatus: (status, code) => gameStore.setState({ connection: status, lostCode: code ?? null }),
  });
  open = { code: ticket.code, connection };
  gameStore.setState({ line: { send: (command) => connection.act(command), sit: (seat, key) => connection.sit(seat, key), stand: () => connection.stand(), start: () => connection.start() } });
}

export function closeLine(): void {
  if (!open) return;
  const { connection } = open;
  open = null;
  connection.close();
  gameStore.setState(EMPTY, true);
}
