/** Puts the server together: store, hall, rooms, HTTP; listens and says where. Tests and the command line both start it here. */
import type http from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineServer, matchMaker } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { pino, type Logger } from 'pino';
import { apiErrors, serveApi } from './http/api.ts';
import { serveClassDesk } from './http/classDesk.ts';
import { serveClasses } from './http/classes.ts';
import { LAUNCH_BYTES, LAUNCH_PATH, serveLti } from './http/lti.ts';
import { FORK_BYTES, FORK_PATH, listSamples } from './http/library.ts';
import { serveClient } from './http/client.ts';
import { guardedServer } from './http/guardedServer.ts';
import { createMetrics } from './http/metrics.ts';
import { securityHeaders } from './http/security.ts';
import { Courses } from './lti/Courses.ts';
import { DeepLinks, originsOf } from './lti/deepLink.ts';
import { toolKey } from './lti/keys.ts';
import { Launches } from './lti/launch.ts';
import { sqliteLtiStore, type LtiStore } from './lti/LtiStore.ts';
import { PlatformServices } from './lti/services.ts';
import { serveWatch } from './http/watch.ts';
import { systemTimers, type Timers } from './match/deadlines.ts';
import { Library } from './match/Library.ts';
import { MatchHall } from './match/MatchHall.ts';
import { Readings } from './match/Readings.ts';
import { OperatorError } from './operatorError.ts';
import { LIMITS, matchRoom, type Limits } from './rooms/MatchRoom.ts';
import { watchRoom, watchRoomId } from './rooms/WatchRoom.ts';
import { loadScenarios } from './scenarios.ts';
import { loadTutorials } from './tutorials.ts';
import { Classes } from './seminar/Classes.ts';
import { Desk } from './seminar/Desk.ts';
import { Places } from './seminar/Places.ts';
import { Locks } from './seminar/Locks.ts';
import { Sharing } from './seminar/Sharing.ts';
import type { ClassStore } from './seminar/ClassStore.ts';
import { keepClasses } from './seminar/keepClasses.ts';
import { memoryClassStore } from './seminar/memoryClassStore.ts';
import { sqliteClassStore } from './seminar/sqliteClassStore.ts';
import { memoryDatabase, openDatabase } from './store/database.ts';
import { memoryMatchLog } from './store/memoryMatchLog.ts';
import type { MatchLog } from './store/MatchLog.ts';
import { sqliteMatchLog } from './store/sqliteMatchLog.ts';
import { Watches } from './watch/Watches.ts';
import { forgetfulWatchStore, sqliteWatchStore } from './watch/WatchStore.ts';

export interface AppOptions {
  /** Folder of the embedded database; without it and without `store` everything is kept in memory. */
  readonly dataDir?: string;
  readonly store?: MatchLog;
  readonly classStore?: ClassStore;
  readonly port?: number;
  readonly host?: string;
  /** Milliseconds a bot waits before it acts; null = a pace people can follow. */
  readonly botPace?: number | null;
  /** Milliseconds before a bot stands in for absent people; null = by preset. */
  readonly standInMs?: number | null;
  readonly clientDir?: string;
  /** Folder of the recordings that come with the program. */
  readonly samples?: string;
  readonly logger?: Logger;
  readonly limits?: Partial<Limits>;
  readonly createsPerMinute?: number;
  readonly trustProxy?: boolean;
  /** Where other machines of the network reach this server on its port, for invitations opened on this machine; null = nowhere. */
  readonly reachableAt?: (port: number) => string | null;
  /** Our address as browsers and learning platforms know it, where a proxy stands in front. */
  readonly publicUrl?: string | null;
  readonly timers?: Timers;
}
export interface App { readonly url: string; readonly port: number; readonly hall: MatchHall; readonly store: MatchLog; readonly lti: LtiStore; close(): Promise<void> }

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROOM = 'match';
const WATCH_ROOM = 'watch';
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

function openStore(dataDir: string | undefined): MatchLog {
  if (dataDir === undefined) return memoryMatchLog();
  try {
    return sqliteMatchLog(dataDir);
  } catch (error) {
    throw new OperatorError(`cannot keep matches in ${path.resolve(dataDir)} (${(error as Error).message})`, 'make the folder writable or set DATA_DIR to another one');
  }
}

/** Starts a server; resolves once it listens. The matchmaker is global: one server a process. */
export async function createApp(options: AppOptions = {}): Promise<App> {
  const { port = 0, host = '127.0.0.1', botPace = null, standInMs = null, timers = systemTimers, clientDir = path.join(ROOT, 'client/dist') } = options;
  const log = options.logger ?? pino({ level: 'silent' });
  const scenarios = loadScenarios();
  const tutorials = loadTutorials(scenarios);
  const store = options.store ?? openStore(options.dataDir);
  const hall = new MatchHall({ log: store, scenarios, tutorials, now: timers.now, owner: 'embedded' });
  const metrics = createMetrics(() => [...hall.people.values()].reduce((a, b) => a + b, 0), () => hall.people.size);
  const limits = { ...LIMITS, ...options.limits };

  // Clients join what the API made for them; they create nothing by themselves, and no other origin is served.
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () => ({}) as ReturnType<typeof matchMaker.controller.getCorsHeaders>;
  Encoder.BUFFER_SIZE = 32 * 1024;

  const opening = new Map<string, Promise<void>>();
  /** One room a match in this process; two people knocking at once open it once. */
  const openAs = (kind: string, code: string, roomId: string): Promise<void> => {
    if (matchMaker.getLocalRoomById(roomId)) return Promise.resolve();
    let open = opening.get(roomId);
    if (!open) {
      open = matchMaker.handleCreateRoom(kind, { code }, undefined, roomId).then(() => {}).finally(() => opening.delete(roomId));
      opening.set(roomId, open);
    }
    return open;
  };
  const openRoom = (code: string): Promise<void> => openAs(ROOM, code, code);
  const watchStore = options.dataDir === undefined ? forgetfulWatchStore() : sqliteWatchStore(openDatabase(options.dataDir));
  const watches = new Watches(timers.now, watchStore);
  const samples = options.samples ?? path.join(ROOT, 'assets/recordings');

  const library = new Library({ log: store, hall, now: timers.now });

  const classStore = options.classStore ?? (options.dataDir === undefined ? memoryClassStore() : sqliteClassStore(options.dataDir));
  const closeRoom = async (code: string): Promise<void> => { await matchMaker.getLocalRoomById(code)?.disconnect(); };
  const places = new Places({
    clear: async (table) => { await closeRoom(table); store.remove(table); },
    hall, now: timers.now, reseated: (table) => hall.live.get(table)?.reseated(),
    session: async (table) => {
      await openRoom(table);
      const live = hall.live.get(table);
      if (!live) throw new Error(`table ${table} did not open`);
      return live.session;
    },
  });
  const lti = sqliteLtiStore(options.dataDir === undefined ? memoryDatabase() : openDatabase(options.dataDir));
  const classes = new Classes(classStore, places, (code, hash) => lti.holdsDesk(code, hash, timers.now()));
  classes.onRemove.add((code) => lti.forgetClass(code));
  classes.onForget.add((code, person) => lti.forgetPerson(code, person));
  const sharing = new Sharing(classes, timers, (table) => hall.live.get(table)?.counted());
  hall.nearby = (member) => sharing.isNear(member);
  hall.sealed = (table) => classes.sealed(table);
  hall.withheld = (table) => classes.withheld(table);
  const desk = new Desk(classes, classStore, places);
  const readings = new Readings({ hall, log: store, isDesk: (table, token) => { const led = classes.ofTable(table); return led !== null && classes.deskOf(led.code, token) !== null; } });
  const key = (): ReturnType<typeof toolKey> => toolKey(lti);
  const courses = new Courses({ store: lti, classes, services: new PlatformServices(key, timers.now), deepLinks: new DeepLinks(key, timers.now), now: timers.now, openTables: async (record) => { for (const table of record.tables) await openRoom(table); } });
  lti.forgetPassed(timers.now());
  const forgetting = setInterval(() => lti.forgetPassed(timers.now()), 600_000).unref();
  const kept = keepClasses({ classes, desk, store: classStore, hall, timers, log });

  const httpServer = guardedServer({ larger: { [FORK_PATH]: FORK_BYTES, [LAUNCH_PATH]: LAUNCH_BYTES }, trustProxy: options.trustProxy ?? false });
  const server = defineServer({
    greet: false, gracefullyShutdown: false, logger: quiet(log),
    // A little above what a room accepts, so that too large a message is answered by a code before the socket is cut.
    transport: new WebSocketTransport({ server: httpServer, maxPayload: limits.messageBytes * 4 }),
    rooms: {},
    express: (app) => {
      const application = app as unknown as import('express').Application;
      application.set('x-powered-by', false);
      application.use(securityHeaders(() => lti.platforms().flatMap(originsOf)));
      serveClasses(application, { classes, desk, hall, activity: kept.activity, openRoom, now: timers.now, createsPerMinute: options.createsPerMinute ?? 20 });
      serveClassDesk(application, { classes, store: classStore, hall, log: store, sharing, locks: new Locks(classes, classStore, places), openRoom, now: timers.now, software: `concert ${version}` });
      serveLti(application, { store: lti, launches: new Launches(lti, timers.now), courses, classes, key, now: timers.now, log, publicUrl: options.publicUrl ?? null });
      const address = (): string | null => { const at = httpServer.address(); return options.publicUrl ?? (typeof at === 'object' && at ? options.reachableAt?.(at.port) ?? null : null); };
      serveWatch(application, { watches, readings, isSample: (file) => listSamples(samples).some((each) => each.file === file), isOver: (code) => hall.find(code)?.status === 'ended', openRoom: (code) => openAs(WATCH_ROOM, code, watchRoomId(code)), createsPerMinute: options.createsPerMinute ?? 20 });
      serveApi(application, { address, hall, library, readings, store, metrics, log, software: `concert ${version}`, samples, openRoom, closeRoom, createsPerMinute: options.createsPerMinute ?? 20 });
      serveClient(application, clientDir);
      application.use(apiErrors(log));
    },
  });
  server.define(ROOM, matchRoom({ hall, timers, log, metrics, limits, botPace, standInMs }));
  server.define(WATCH_ROOM, watchRoom({ watches, log, now: timers.now }));
  await listen(server, httpServer, port, host);

  const address = httpServer.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${bound}`, port: bound, hall, store, lti,
    async close() {
      await server.gracefullyShutdown(false);
      httpServer.closeAllConnections();
      kept.close();
      sharing.close();
      clearInterval(forgetting);
      lti.close();
      watchStore.close();
      classStore.close();
      store.close();
    },
  };
}

/** `listen` of Colyseus only hears of success; a taken port must be heard too. */
function listen(server: ReturnType<typeof defineServer>, httpServer: http.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => {
      const cause = error.code === 'EADDRINUSE' ? `port ${port} on ${host} is in use` : error.code === 'EACCES' ? `port ${port} may not be opened` : error.code === 'EADDRNOTAVAIL' ? `address ${host} is not one of this machine` : `cannot listen on ${host}:${port} (${error.message})`;
      reject(new OperatorError(cause, error.code === 'EADDRNOTAVAIL' ? 'set HOST to an address of this machine' : 'stop the other program or set PORT to a free port'));
    });
    server.listen(port, host).then(resolve, reject);
  });
}

/** What the network layer says goes to our log at a low level: any stranger can make it talk. */
function quiet(log: Logger): Pick<Console, 'debug' | 'info' | 'warn' | 'error' | 'trace'> {
  const low = (...args: unknown[]): void => log.debug({ colyseus: args.map(String).join(' ').slice(0, 500) });
  return { debug: low, info: low, warn: low, error: low, trace: low };
}
