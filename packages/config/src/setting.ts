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

function of<T>(schema: z.ZodType<T, string>, { default: fallback, ...facts }: Facts<T>): Setting<T> {
  return { schema, fallback, ...facts };
}

const TRUE = new Set(['true', 'yes', 'on', '1']);
const FALSE = new Set(['false', 'no', 'off', '0']);

const numeric = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number');

/** The kinds of settings. Each takes its facts: `{ default, doc, unit?, secret?, foreign? }`. */
export const setting = {
  text: <T extends string | null>(facts: Facts<T>) =>
    of(z.string().min(1, 'must not be empty') as unknown as z.ZodType<T, string>, facts),

  integer: <T extends number | null>(facts: Facts<T> & { readonly min: number; readonly max: number }) => {
    const { min, max, ...rest } = facts;
    const whole = numeric.transform(Number).pipe(z.number().int().min(min).max(max));
    return of(whole as unknown as z.ZodType<T, string>, rest as unknown as Facts<T>);
  },

  number: <T extends number | null>(facts: Facts<T> & { readonly min: number; readonly max: number }) => {
    const { min, max, ...rest } = facts;
    const real = numeric.transform(Number).pipe(z.number().min(min).max(max));
    return of(real as unknown as z.ZodType<T, string>, rest as unknown as Facts<T>);
  },

  oneOf: <const V extends string>(values: readonly V[], facts: Facts<NoInfer<V>>) =>
    of(z.enum(values) as unknown as z.ZodType<V, string>, facts),

  toggle: (facts: Facts<boolean>) =>
    of(
      z
        .string()
        .toLowerCase()
        .refine((text) => TRUE.has(text) || FALSE.has(text), 'must be yes or no')
        .transform((text) => TRUE.has(text)),
      facts,
    ),

  url: <T extends string | null>(facts: Facts<T> & { readonly protocols: readonly string[] }) => {
    const { protocols, ...rest } = facts;
    const fits = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
    const url = z.string().refine(fits, `must be a URL that starts with ${protocols.join('// or ')}//`);
    return of(url as unknown as z.ZodType<T, string>, rest as unknown as Facts<T>);
  },

  timezone: (facts: Facts<string>) =>
    of(z.string().refine(isTimezone, 'must be an IANA time zone such as Asia/Seoul'), facts),
} as const;

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
