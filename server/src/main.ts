/** The command line: environment in, address out, one line for an operator's mistake. */
import { networkInterfaces } from 'node:os';
import process from 'node:process';
import { pino } from 'pino';
import qrcode from 'qrcode-terminal';
import { createApp } from './app.ts';
import { OperatorError } from './operatorError.ts';

const lan = process.argv.includes('--lan');

function number(name: string, fallback: number, least: number, most: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new OperatorError(`${name}=${text} is not a whole number from ${least} to ${most}`, `unset ${name} or correct it`);
  return value;
}

function publicUrl(): string | null {
  const text = process.env['PUBLIC_URL'];
  if (text === undefined || text === '') return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new OperatorError(`PUBLIC_URL=${text} is not an address`, 'set it to the address people open, such as https://concert.example.org');
  return new URL(text).origin;
}

function lanAddress(): string | undefined {
  return Object.values(networkInterfaces()).flat().find((net) => net && net.family === 'IPv4' && !net.internal)?.address;
}

try {
  const logger = pino({ level: process.env['LOG_LEVEL'] || 'warn' }, pino.destination(2));
  process.on('unhandledRejection', (error) => { logger.error({ err: error }, 'an unhandled rejection'); });
  const pace = number('CONCERT_BOT_PACE', -1, 0, 20_000);
  const standIn = number('CONCERT_STAND_IN_MS', -1, 0, 86_400_000);
  const app = await createApp({
    port: number('PORT', 2567, 0, 65_535), host: lan ? '0.0.0.0' : process.env['HOST'] || '127.0.0.1', dataDir: process.env['DATA_DIR'] || './data', logger,
    botPace: pace < 0 ? null : pace, standInMs: standIn < 0 ? null : standIn, trustProxy: process.env['TRUST_PROXY'] === '1', createsPerMinute: number('CREATES_PER_MINUTE', 20, 1, 100_000), publicUrl: publicUrl(),
    reachableAt: (port) => { const address = lan ? lanAddress() : undefined; return address === undefined ? null : `http://${address}:${port}`; },
  });
  console.log(`Concert is ready on ${app.url.replace('127.0.0.1', 'localhost')}`);
  if (lan) {
    const address = lanAddress();
    if (address) {
      console.log(`In this network: http://${address}:${app.port}`);
      qrcode.generate(`http://${address}:${app.port}`, { small: true }, (code) => console.log(code));
    } else {
      console.error('concert: no network address found: connect this machine to the local network');
    }
  }
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    app.close().then(() => process.exit(0), (error: unknown) => { logger.error({ err: error }, 'shutdown failed'); process.exit(1); });
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(`concert: ${error.message}`);
  process.exit(1);
}
