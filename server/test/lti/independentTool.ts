/** A tool made of a library of other hands (`@lti-tool/core`), with the five pages every LTI 1.3 tool has: so that the test platform is not only met by the tool it was written beside. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { LTITool, type LTISession } from '@lti-tool/core';
import { generateKeyPair } from 'jose';

type Config = ConstructorParameters<typeof LTITool>[0];
type Storage = Config['storage'];
type LaunchConfig = NonNullable<Awaited<ReturnType<Storage['getLaunchConfig']>>>;

/** What the library asks its users to keep. */
function memory(): Storage {
  const clients = new Map<string, { name: string; iss: string; clientId: string; authUrl: string; tokenUrl: string; jwksUrl: string; deployments: { id: string; deploymentId: string }[] }>();
  const sessions = new Map<string, LTISession>();
  const registrations = new Map<string, NonNullable<Awaited<ReturnType<Storage['getRegistrationSession']>>>>();
  const nonces = new Set<string>();
  let made = 0;
  const next = (): string => String((made += 1));
  return {
    listClients: async () => [...clients].map(([id, client]) => ({ id, ...client })),
    getClientById: async (id) => { const found = clients.get(id); return found && { id, ...found }; },
    addClient: async (client) => { const id = next(); clients.set(id, { ...client, deployments: [] }); return id; },
    updateClient: async (id, change) => { const found = clients.get(id); if (found) Object.assign(found, change); },
    deleteClient: async (id) => { clients.delete(id); },
    listDeployments: async (id) => clients.get(id)?.deployments ?? [],
    getDeployment: async (id, deployment) => clients.get(id)?.deployments.find((each) => each.id === deployment),
    addDeployment: async (id, { deploymentId }) => { const deployment = next(); clients.get(id)?.deployments.push({ id: deployment, deploymentId }); return deployment; },
    updateDeployment: async () => { throw new Error('not needed here'); },
    deleteDeployment: async () => { throw new Error('not needed here'); },
    getSession: async (id) => sessions.get(id),
    addSession: async (session) => { sessions.set(session.id, session); return session.id; },
    storeNonce: async (nonce) => { nonces.add(nonce); },
    validateNonce: async (nonce) => nonces.delete(nonce),
    getLaunchConfig: async (iss, clientId, deploymentId): Promise<LaunchConfig | undefined> => {
      const found = [...clients.values()].find((client) => client.iss === iss && client.clientId === clientId && client.deployments.some((each) => each.deploymentId === deploymentId));
      return found && { iss, clientId, deploymentId, authUrl: found.authUrl, tokenUrl: found.tokenUrl, jwksUrl: found.jwksUrl };
    },
    saveLaunchConfig: async () => { throw new Error('not needed here'); },
    setRegistrationSession: async (id, session) => { registrations.set(id, session); },
    getRegistrationSession: async (id) => registrations.get(id),
    deleteRegistrationSession: async (id) => { registrations.delete(id); },
  };
}

export interface IndependentTool { readonly url: string; readonly lti: LTITool; /** Launches as the library has understood them, newest last. */ readonly sessions: readonly LTISession[]; close(): Promise<void> }

export async function independentTool(): Promise<IndependentTool> {
  const sessions: LTISession[] = [];
  const server = http.createServer();
  await new Promise<void>((go) => { server.listen(0, '127.0.0.1', go); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const lti = new LTITool({
    stateSecret: new TextEncoder().encode('a secret of thirty-two characters'), keyPair: { privateKey, publicKey }, storage: memory(), security: { keyId: 'their-key' },
    dynamicRegistration: { url, name: 'A tool of other hands', loginUri: `${url}/lti/login`, launchUri: `${url}/lti/launch`, jwksUri: `${url}/lti/jwks`, deepLinkingUri: `${url}/lti/launch` },
  });

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<unknown> {
    const at = new URL(request.url ?? '/', url);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const said = new URLSearchParams(request.method === 'POST' ? body : at.search);
    const get = (name: string): string => said.get(name) ?? '';
    const page = (html: string): unknown => response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    switch (at.pathname) {
      case '/lti/jwks': { const keys = JSON.stringify(await lti.getJWKS()); return response.writeHead(200, { 'content-type': 'application/json' }).end(keys); }
      case '/lti/login': {
        const hint = said.get('lti_message_hint');
        const location = await lti.handleLogin({ iss: get('iss'), client_id: get('client_id'), login_hint: get('login_hint'), target_link_uri: get('target_link_uri'), lti_deployment_id: get('lti_deployment_id'), launchUrl: `${url}/lti/launch`, ...(hint === null ? {} : { lti_message_hint: hint }) });
        return response.writeHead(302, { location }).end();
      }
      case '/lti/launch': {
        sessions.push(await lti.createSession(await lti.verifyLaunch(get('id_token'), get('state'))));
        return response.writeHead(303, { location: `/in#${sessions.length}` }).end();
      }
      // The administrator's page: a form of the library's that asks which services are wanted.
      case '/lti/register': return page(await lti.initiateDynamicRegistration({ openid_configuration: get('openid_configuration'), ...(said.has('registration_token') ? { registration_token: get('registration_token') } : {}) }, at.pathname));
      case '/lti/register/complete': return page(await lti.completeDynamicRegistration({ sessionToken: get('sessionToken'), services: ['ags', 'nrps', 'deep_linking'] }));
      default: return response.writeHead(404).end();
    }
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400, { 'content-type': 'text/html' }).end(`<p data-problem="${String((error as Error).message).replaceAll('"', "'")}"></p>`));
  });
  return { url, lti, sessions, close: async () => { server.closeAllConnections(); await new Promise((go) => { server.close(go); }); } };
}
