import { isIP } from 'node:net';
import { z } from 'zod';

/** One setting: how its text becomes a value, what it is for, and where it may come from. */
export interface Setting<T> {
  /** Turns the text of a flag, a variable or a file entry into the value, or says what is wrong with it. */
  readonly schema: z.ZodType<T, string>;
  /** What holds when nothing names it. `null` = not set. */
  readonly fallback: T;
  readonly doc: string;
  readonly unit?: string;
  /** A secret is masked wherever settings are shown, and may also come from a file named by `…_FILE`. */
  readonly secret?: boolean;
  /** Another tool's variable that fills this setting when nothing of ours names it, such as `DATABASE_URL`. */
  readonly foreign?: string;
}

interface Facts<T> extends Omit<Setting<T>, 'schema' | 'fallback'> {
  readonly default: T;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

// A schema gives what its text says; the type of a setting may be wider, by the `null` of a default that is not set.
function of<T>(schema: z.ZodType<unknown, string>, { default: fallback, ...facts }: Facts<T>): Setting<T> {
  return { schema: schema as z.ZodType<T, string>, fallback, ...facts };
}

const TRUE = new Set(['true', 'yes', 'on', '1']);
const FALSE = new Set(['false', 'no', 'off', '0']);

/** The kinds of settings. Each takes its facts: `{ default, doc, unit?, secret?, foreign? }`. */
export const setting = {
  text: <T extends string | null>(facts: Facts<T>) => of<T>(z.string().min(1, 'must not be empty'), facts),

  integer: <T extends number | null>(facts: Facts<T> & Range) =>
    of<T>(inRange(/^-?\d+$/, 'whole number', facts), facts),

  number: <T extends number | null>(facts: Facts<T> & Range) =>
    of<T>(inRange(/^-?\d+(\.\d+)?$/, 'number', facts), facts),

  oneOf: <const V extends string>(values: readonly V[], facts: Facts<NoInfer<V>>) =>
    of<V>(z.enum(values, `must be one of ${values.join(', ')}`), facts),

  toggle: (facts: Facts<boolean>) =>
    of<boolean>(
      z
        .string()
        .toLowerCase()
        .refine((text) => TRUE.has(text) || FALSE.has(text), 'must be yes or no')
        .transform((text) => TRUE.has(text)),
      facts,
    ),

  url: <T extends string | null>(facts: Facts<T> & { readonly protocols: readonly string[] }) => {
    const { protocols } = facts;
    const fits = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
    const wanted = `must be a URL that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`;
    return of<T>(z.string().refine(fits, wanted), facts);
  },

  /** Addresses and networks with commas between them: `127.0.0.1,10.0.0.0/8`. */
  networks: <T extends string | null>(facts: Facts<T>) =>
    of<T>(
      z
        .string()
        .transform((text) => text.replaceAll(' ', ''))
        .refine(
          (text) => text.split(',').every(isNetwork),
          'must be addresses or networks such as 127.0.0.1,10.0.0.0/8',
        ),
      facts,
    ),

  timezone: (facts: Facts<string>) =>
    of<string>(z.string().refine(isTimezone, 'must be an IANA time zone such as Asia/Seoul'), facts),
} as const;

function inRange(pattern: RegExp, kind: string, { min, max }: Range): z.ZodType<number, string> {
  const wanted = `must be a ${kind} from ${min} to ${max}`;
  return z
    .string()
    .regex(pattern, wanted)
    .transform(Number)
    .refine((value) => value >= min && value <= max, wanted);
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || more.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as +09:00 is no place: it knows no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
