import { badMetricsPort, badSeed } from '../poolbench.errors.ts';

/** Flags that every command which measures has. */
export const MEASURING_FLAGS = {
  dsn: 'Address of the server to measure, postgres://user@host/database, in place of a scratch server; PGPASSWORD and the like fill what it leaves open',
  seed: 'Whole number that fixes the order of the cells and the data; the time unless given',
  html: 'File to write the report to, to open in a browser or send to somebody',
  csv: 'File to write the cells to, one row for each round',
  'metrics-port': 'Port on the loopback for /metrics while it runs',
};

/** Switches that every command which measures has. */
export const MEASURING_SWITCHES = {
  'keep-awake':
    'Keeps the processors from sleeping between two requests, which one client on an idle machine would measure instead',
  json: 'The whole report as one line of JSON on standard output',
  yes: 'Allows the load on the server of --dsn without asking',
  'allow-writes': 'Allows statements of your own that change data on the server of --dsn',
};

/** The seed of a run. Throws POOLBENCH_BAD_SEED. */
export function seedOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) throw badSeed({ seed: text });
  return seed;
}

/** The port of --metrics-port. Throws POOLBENCH_BAD_METRICS_PORT. */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw badMetricsPort({ port: text });
  return port;
}
