/** Invitations opened on the server's own machine must name an address that others can open. */
import { afterEach, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';

let app: App;
afterEach(() => app.close());
const address = async (): Promise<unknown> => (await fetch(`${app.url}/api/address`)).json();

it('ADDRESS is told where the server listens to the network, with its port', async () => {
  app = await createApp({ botPace: 0, reachableAt: (port) => `http://192.168.1.5:${port}` });
  expect(await address()).toEqual({ origin: `http://192.168.1.5:${app.port}` });
});
it('ADDRESS is nobody’s where it listens to this machine alone', async () => {
  app = await createApp({ botPace: 0 });
  expect(await address()).toEqual({ origin: null });
});
it('ADDRESS is the public one where a proxy stands in front', async () => {
  app = await createApp({ botPace: 0, publicUrl: 'https://concert.example.org', reachableAt: () => 'http://192.168.1.5:2567' });
  expect(await address()).toEqual({ origin: 'https://concert.example.org' });
});
