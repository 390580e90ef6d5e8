/** `concert lti …`: the operator makes learning platforms known to the server (docs/lti.md); it may run meanwhile, and needs no restart. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { newToken, tokenHash } from '../../src/match/codes.ts';
import { OperatorError } from '../../src/operatorError.ts';
import { sqliteLtiStore, type LtiStore } from '../../src/lti/LtiStore.ts';
import { openDatabase } from '../../src/store/database.ts';

const INVITED_MS = 24 * 3_600_000;
const DATA = { data: { type: 'string' } } as const;
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function withStore<T>(data: string | undefined, act: (store: LtiStore) => T): T {
  const dir = data ?? (process.env['DATA_DIR'] || './data');
  let store: LtiStore;
  try {
    store = sqliteLtiStore(openDatabase(dir));
  } catch (error) {
    throw new OperatorError(`cannot open the data folder ${dir} (${(error as Error).message})`, 'name it with --data or DATA_DIR');
  }
  try { return act(store); } finally { store.close(); }
}
function address(flag: string, text: string | undefined): string {
  if (text === undefined) throw new OperatorError(`--${flag} is missing`, 'give --issuer, --client-id, --auth, --token, --jwks and --deployment as the platform names them (docs/lti.md)');
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new OperatorError(`--${flag} ${text} is not an address`, 'copy it as a whole, with https://');
  return text;
}
function publicOrigin(url: string | undefined): string {
  return new URL(address('url', url ?? process.env['PUBLIC_URL'])).origin;
}

/** Adds a platform, or changes the one with the same issuer and client id; deployments and frames are added to those it has. */
export function ltiAdd(args: string[]): number {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({ args, options: { ...DATA, name: text, issuer: text, 'client-id': text, auth: text, token: text, jwks: text, audience: text, deployment: many, frame: many } });
  const issuer = values.issuer;
  const clientId = values['client-id'];
  if (!issuer || !clientId) throw new OperatorError(`--${issuer ? 'client-id' : 'issuer'} is missing`, 'give --issuer and --client-id as the platform names them (docs/lti.md)');
  return withStore(values.data, (store) => {
    const before = store.platforms().find((each) => each.issuer === issuer && each.clientId === clientId);
    const saved = store.savePlatform({
      name: values.name ?? before?.name ?? new URL(address('issuer', issuer)).host, issuer, clientId,
      authUrl: address('auth', values.auth ?? before?.authUrl), tokenUrl: address('token', values.token ?? before?.tokenUrl), jwksUrl: address('jwks', values.jwks ?? before?.jwksUrl),
      tokenAudience: values.audience ?? before?.tokenAudience ?? null, deployments: [...new Set([...(before?.deployments ?? []), ...(values.deployment ?? [])])],
      frames: [...new Set([...(before?.frames ?? []), ...(values.frame ?? []).map((each) => new URL(address('frame', each)).origin)])],
    });
    say(`${before ? 'changed' : 'added'} ${saved.id}  ${saved.name}`);
    if (saved.deployments.length === 0) say('no deployment yet: launches are refused until you add one with --deployment');
    return 0;
  });
}

export function ltiList(args: string[]): number {
  const { values } = parseArgs({ args, options: DATA });
  return withStore(values.data, (store) => {
    const platforms = store.platforms();
    for (const { id, name, issuer, clientId, deployments, frames } of platforms) say(`${id}  ${name}  issuer ${issuer}  client ${clientId}  deployments ${deployments.join(' ') || 'none'}${frames.length > 0 ? `  frames ${frames.join(' ')}` : ''}`);
    if (platforms.length === 0) say('no platform is known: concert lti add, or concert lti invite');
    return 0;
  });
}

/** The platform, which class is which course there, and who is whom; the classes stay. */
export function ltiRemove(args: string[]): number {
  const { values, positionals } = parseArgs({ args, options: DATA, allowPositionals: true });
  return withStore(values.data, (store) => {
    const [id = ''] = positionals;
    if (!store.platforms().some((each) => each.id === id)) throw new OperatorError(`no platform ${id || 'was named'}`, 'see their ids with concert lti list');
    store.removePlatform(id);
    say(`removed ${id}`);
    return 0;
  });
}

/** An address for dynamic registration, good once within a day. */
export function ltiInvite(args: string[]): number {
  const { values } = parseArgs({ args, options: { ...DATA, url: { type: 'string' } } });
  const origin = publicOrigin(values.url);
  return withStore(values.data, (store) => {
    const invitation = newToken();
    store.pass('invitation', tokenHash(invitation), {}, Date.now() + INVITED_MS);
    say(`${origin}/lti/register?invitation=${invitation}`);
    say('For the administrator of the learning platform: the registration address of this tool. It serves once, within a day.');
    return 0;
  });
}

/** What the administrator of a platform types where there is no dynamic registration. */
export function ltiAddresses(args: string[]): number {
  const { values } = parseArgs({ args, options: { url: { type: 'string' } } });
  const origin = publicOrigin(values.url);
  for (const [what, where] of [['initiate login', 'login'], ['redirect / target link', 'launch'], ['deep linking', 'launch'], ['public keys (JWKS)', 'jwks']] as const) say(`${what.padEnd(24)}${origin}/lti/${where}`);
  return 0;
}
