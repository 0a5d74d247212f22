import { resolveSettings } from '@madang/config';
import { createHttpHost, houseSettings, startEventBus } from '@madang/system';
import { createLogger, createRegistry } from '@madang/telemetry';
import type { TestDatabase } from '@madang/testkit';
import { audit } from '../../src/index.ts';
import { auditSettings } from '../../src/online/settings.ts';

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface RunningAudit {
  readonly url: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Hands something in to the API. */
  check(body: Uint8Array | string, query?: string, init?: Asking): Promise<Response>;
  stop(): Promise<void>;
}

/** The system, served on a free port; loaded as a built module, since each check starts a thread. */
export async function serve(
  database: TestDatabase['database'],
  flags: Readonly<Record<string, string>>,
): Promise<RunningAudit> {
  const log = createLogger({ level: 'silent' });
  const events = await startEventBus(database, log);
  const server = await createHttpHost({
    systems: [audit],
    settings: resolveSettings([houseSettings, auditSettings], {
      flags: new Map(Object.entries(flags)),
      environment: {},
      file: null,
    }),
    database,
    events,
    log,
    registry: createRegistry(),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(url + path, init);
  return {
    url,
    ask,
    check: (body, query = '', init = {}) =>
      ask(`/api/audit/v1/check?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/zip', ...init.headers },
        body: new Blob([body as BlobPart]),
        ...(init.signal !== undefined && { signal: init.signal }),
      }),
    async stop() {
      await server.close();
      await events.stop();
    },
  };
}
