import { join } from 'node:path';
import type { ResolvedSettings } from '@madang/config';
import { createServer, refuseOtherMethods, serveFiles, type HttpServer } from '@madang/http';
import type { Database } from '@madang/pg';
import type { Logger, Registry } from '@madang/telemetry';
import type { AnswerContext } from '../answer/answer.ts';
import { apiPrefix, type System } from '../define-system.ts';
import { houseSettings } from '../roles/house-settings.ts';
import { loadAssets } from './assets.ts';
import { errorPage } from './error-page.tsx';
import type { EventBus } from './event-bus.ts';
import { mountAnswer } from './mount-answer.ts';
import { mountHouse } from './mount-house.tsx';
import { mountLive } from './mount-live.ts';
import { mountPage } from './mount-page.ts';
import { mountUpload, mountUploadPage } from './mount-upload.ts';
import { readiness } from './readiness.ts';
import { releaseOf } from './release.ts';

/** The house's own folder of packages, whose sources shape every page. */
const PACKAGES = join(import.meta.dirname, '../../..');

export interface HttpHostOptions {
  readonly systems: readonly System[];
  readonly settings: ResolvedSettings;
  readonly database: Database;
  readonly events: EventBus;
  readonly log: Logger;
  readonly registry: Registry;
}

/** The web of any set of systems: their answers, pages and streams, the courtyard, the API pages, health and readiness. */
export async function createHttpHost(options: HttpHostOptions): Promise<HttpServer> {
  const { systems, settings, database, events, log, registry } = options;
  const house = settings.of(houseSettings);
  const frame = { timezone: house.timezone, lang: house.language };
  const context: AnswerContext = {
    sql: database,
    events,
    log,
    settings: (definition) => settings.of(definition),
  };
  const assets = loadAssets(systems);
  const release = releaseOf([PACKAGES, ...systems.map(({ folder }) => folder)]);
  const drawError = errorPage({ systems, settings: frame, assets: assets.house });
  const server = await createServer({ log, registry, drawError, trustedProxies: house.trustedProxies });

  await serveFiles(server, assets.serve);
  mountHouse(server, { systems, frame, assets: assets.house, context });
  for (const system of systems) {
    const answerHost = { prefix: apiPrefix(system.name), context, release };
    const pageHost = { system, context, frame, release, assets: assets.of(system) };
    for (const answer of system.answers) {
      mountAnswer(server, answerHost, answer);
      if (answer.page !== null) mountPage(server, pageHost, answer, answer.page);
    }
    for (const live of system.live ?? []) mountLive(server, answerHost, live);
    for (const upload of system.uploads ?? []) {
      mountUpload(server, answerHost, upload);
      if (upload.page !== null) mountUploadPage(server, pageHost, upload, upload.page);
    }
  }
  mountHealth(server, systems, context);
  return server;
}

function mountHealth(server: HttpServer, systems: readonly System[], context: AnswerContext): void {
  server.get('/health', (_request, reply) => reply.type('text/plain').send('alive\n'));
  server.get('/ready', async (_request, reply) => {
    const state = await readiness(systems, context);
    return reply
      .code(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  refuseOtherMethods(server, '/health');
  refuseOtherMethods(server, '/ready');
}
