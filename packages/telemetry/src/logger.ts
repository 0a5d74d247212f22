import { pino, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { prettyOn } from './pretty.ts';
import { safeJsonOn } from './safe-json.ts';

/** A structured logger. The message is constant; everything that varies goes into fields: `log.info({ height }, 'block indexed')`. */
export type Logger = PinoLogger;

export interface LogSettings {
  /** Fields that every line carries: the role, the system. */
  readonly bindings?: Readonly<Record<string, unknown>>;
  /** `info` unless given. */
  readonly level?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `auto` (default): lines for people when standard error is a terminal, JSON otherwise. */
  readonly format?: 'auto' | 'json' | 'pretty';
  /** Where lines go; standard error by default, since standard output is for data. */
  readonly destination?: DestinationStream;
}

// Names under which a secret could travel in a field; pino replaces the value at any of these places.
const SECRET_PATHS = [
  'password',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
  'connectionString',
  'databaseUrl',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * A logger that shows no secret (fields by their names, passwords in addresses by their place) and passes nothing on that
 * could change a terminal or make one line look like two.
 */
export function createLogger(settings: LogSettings = {}): Logger {
  const options = {
    level: settings.level ?? 'info',
    base: settings.bindings ?? {},
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '(secret)' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const destination = settings.destination ?? standardError();
  return pino(options, wantsPretty(settings) ? prettyOn(destination) : safeJsonOn(destination));
}

function wantsPretty({ format = 'auto' }: LogSettings): boolean {
  return format === 'pretty' || (format === 'auto' && process.stderr.isTTY);
}

function standardError(): DestinationStream {
  const stderr = pino.destination({ fd: 2, sync: true });
  // Its reader may go, or the terminal be closed. There is no other place to tell that, and no reason to end for it.
  stderr.on('error', () => undefined);
  return stderr;
}
