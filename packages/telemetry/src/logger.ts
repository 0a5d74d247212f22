import { printable } from '@madang/errors';
import { pino, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** A structured logger. The message is constant; everything that varies goes into fields: `log.info({ height }, 'block indexed')`. */
export type Logger = PinoLogger;

export interface LogSettings {
  /** Fields that every line carries: the role, the system. */
  readonly bindings?: Readonly<Record<string, unknown>>;
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
  'authorization',
  'cookie',
  'connectionString',
  'databaseUrl',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** A logger that never shows secrets by name and never passes control characters on to a terminal. */
export function createLogger(settings: LogSettings = {}): Logger {
  const options = {
    level: settings.level ?? 'info',
    base: settings.bindings ?? {},
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '(secret)' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (settings.destination !== undefined) return pino(options, settings.destination);
  const stderr = pino.destination({ fd: 2, sync: true });
  return pino(options, wantsPretty(settings) ? prettyOn(stderr) : stderr);
}

function wantsPretty({ format = 'auto' }: LogSettings): boolean {
  return format === 'pretty' || (format === 'auto' && process.stderr.isTTY);
}

function prettyOn(destination: DestinationStream): DestinationStream {
  const pretty = PinoPretty({
    colorize: true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    sync: true,
    destination,
  });
  return { write: (line: string) => void pretty.write(printableLine(line)) };
}

// JSON already escapes C0 controls, but a reader such as pino-pretty undoes that: escape them twice.
function printableLine(line: string): string {
  return `${printable(line.trimEnd(), 100_000).replace(/\\u(00[01][0-9a-f])/gi, '\\\\u{$1}')}\n`;
}
