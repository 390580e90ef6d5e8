/** Bad Wi-Fi for tests: everything between clients and the server goes through here, and may be cut, held back or let go again. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

interface Lane { readonly near: Socket; readonly far: Socket }
export interface BadWifi {
  /** What clients use in place of the server's address. */
  readonly url: string;
  readonly open: number;
  /** Tears every n-th connection, as when somebody walks out of reach. */
  readonly cut: (every?: number) => number;
  /** Every n-th connection falls silent without closing, as a sleeping phone does; `wake` lets all go on. */
  readonly sleep: (every?: number) => number;
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

/** A relay on loopback before the server at `url`. */
export async function badWifi(url: string): Promise<BadWifi> {
  const { hostname, port } = new URL(url);
  const lanes = new Set<Lane>();
  const asleep = new Set<Lane>();
  const relay: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const lane: Lane = { near, far };
    lanes.add(lane);
    const done = (): void => { lanes.delete(lane); asleep.delete(lane); near.destroy(); far.destroy(); };
    for (const [from, to] of [[near, far], [far, near]] as const) { from.pipe(to); from.on('error', done); from.on('close', done); }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const pick = (every: number): Lane[] => [...lanes].filter((_, i) => i % every === 0);
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    get open() { return lanes.size; },
    cut: (every = 1) => { const torn = pick(every); for (const { near, far } of torn) { near.destroy(); far.destroy(); } return torn.length; },
    sleep: (every = 1) => { const still = pick(every); for (const lane of still) { asleep.add(lane); lane.near.unpipe(); lane.far.unpipe(); lane.near.pause(); lane.far.pause(); } return still.length; },
    wake: () => { for (const lane of asleep) { lane.near.pipe(lane.far); lane.far.pipe(lane.near); } asleep.clear(); },
    close: async () => { for (const { near, far } of lanes) { near.destroy(); far.destroy(); } relay.close(); await once(relay, 'close'); },
  };
}
