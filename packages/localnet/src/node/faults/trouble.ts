import { near } from '@madang/config';
import { raise } from '@madang/errors';
import { faultUsage } from '../../errors.ts';

/** How often something goes wrong: in this share of all cases, or in the next so many. */
export type Often = { readonly share: number } | { readonly times: number };

/** Troubles that come with some answers or notifications. */
export const OCCASIONAL = {
  '429': 'an answer is 429 with Retry-After: 1',
  '502': 'an answer is 502',
  timeout: 'a request is never answered',
  slow: 'an answer comes so many milliseconds later',
  truncated: "an answer is only its JSON's first half",
  disconnect: 'the connection closes in the middle of an answer',
  'error-item': 'one item of a batch is an error',
  reordered: 'the items of a batch come in another order',
  lost: 'a notification is left out',
  doubled: 'a notification comes twice',
  late: 'a notification comes after the next one',
  cut: 'a stream closes before a notification',
} as const;

/** Troubles that last until they are cleared. */
export const LASTING = {
  behind: 'the node has so many blocks less than there are',
  stuck: 'the newest height stands still',
  pruned: 'blocks and states below this height are gone',
  'other-chain': 'another chain with the same network id answers',
} as const;

export type Occasional =
  | { readonly kind: Exclude<keyof typeof OCCASIONAL, 'slow'>; readonly often: Often }
  | { readonly kind: 'slow'; readonly ms: number; readonly often: Often };

export type Lasting =
  | { readonly kind: 'behind'; readonly blocks: number }
  | { readonly kind: 'pruned'; readonly height: number }
  | { readonly kind: 'stuck' | 'other-chain' };

/** Something that goes wrong with a node while it runs, on demand. */
export type Trouble = Occasional | Lasting;

const KINDS: readonly string[] = [...Object.keys(OCCASIONAL), ...Object.keys(LASTING)];
const ALWAYS: Often = { share: 1 };

/**
 * Reads a trouble as it is written: `429`, `429:0.2` for a fifth of all answers, `429:x3` for the next three, `slow:500`,
 * `slow:500:0.1`, `behind:5`, `pruned:100`.
 *
 * @throws LOCALNET_FAULT_USAGE
 */
export function parseTrouble(text: string): Trouble {
  const [kind = '', ...values] = text.split(':');
  const read = (Object.hasOwn(READERS, kind) ? READERS[kind] : undefined) ?? raise(unknownKind(text, kind));
  return read(text, kind, values);
}

/** Several of them, separated by commas. @throws LOCALNET_FAULT_USAGE */
export const parseTroubles = (text: string): readonly Trouble[] => text.split(',').map(parseTrouble);

/** As it is written. */
export function troubleText(trouble: Trouble): string {
  if ('blocks' in trouble) return `${trouble.kind}:${trouble.blocks}`;
  if ('height' in trouble) return `${trouble.kind}:${trouble.height}`;
  if (!('often' in trouble)) return trouble.kind;
  const head = 'ms' in trouble ? `${trouble.kind}:${trouble.ms}` : trouble.kind;
  return head + oftenText(trouble.often);
}

function oftenText(often: Often): string {
  if ('times' in often) return `:x${often.times}`;
  return often.share === 1 ? '' : `:${often.share}`;
}

type Read = (text: string, kind: string, values: readonly string[]) => Trouble;

const READERS: Readonly<Record<string, Read>> = {
  ...Object.fromEntries(Object.keys(OCCASIONAL).map((kind) => [kind, readOccasional])),
  slow: readSlow,
  behind: (text, _kind, values) => ({
    kind: 'behind',
    blocks: readCount(text, values, 'a number of blocks'),
  }),
  pruned: (text, _kind, values) => ({ kind: 'pruned', height: readCount(text, values, 'a height') }),
  stuck: readLasting,
  'other-chain': readLasting,
};

function readOccasional(text: string, kind: string, values: readonly string[]): Trouble {
  const [often, ...more] = values;
  if (more.length > 0)
    throw faultUsage({ fault: text, expected: `${kind}, ${kind}:SHARE or ${kind}:xTIMES` });
  return { kind: kind as Exclude<Occasional['kind'], 'slow'>, often: readOften(text, often) };
}

function readSlow(text: string, _kind: string, [ms = '', often, ...more]: readonly string[]): Trouble {
  const expected = 'slow:MILLISECONDS, slow:MILLISECONDS:SHARE or slow:MILLISECONDS:xTIMES';
  if (!/^\d{1,7}$/.test(ms) || more.length > 0) throw faultUsage({ fault: text, expected });
  return { kind: 'slow', ms: Number(ms), often: readOften(text, often) };
}

function readLasting(text: string, kind: string, values: readonly string[]): Trouble {
  if (values.length > 0) throw faultUsage({ fault: text, expected: `${kind} alone` });
  return { kind: kind as 'stuck' | 'other-chain' };
}

function readCount(text: string, [count = '', ...more]: readonly string[], what: string): number {
  if (/^[1-9]\d{0,8}$/.test(count) && more.length === 0) return Number(count);
  throw faultUsage({ fault: text, expected: `one with ${what} behind it, such as ${exampleOf(text)}` });
}

const exampleOf = (text: string): string => `${text.split(':')[0] ?? ''}:5`;

function readOften(text: string, often: string | undefined): Often {
  if (often === undefined) return ALWAYS;
  if (/^x[1-9]\d{0,8}$/.test(often)) return { times: Number(often.slice(1)) };
  const share = /^\d(?:\.\d{1,9})?$/.test(often) ? Number(often) : NaN;
  if (share > 0 && share <= 1) return { share };
  throw faultUsage({
    fault: text,
    expected: 'one with a share above 0 up to 1, or a count such as x3, behind it',
  });
}

function unknownKind(text: string, kind: string): Error {
  const [hint] = near(kind, KINDS);
  const expected = `one of ${KINDS.join(', ')}${hint === undefined ? '' : ` (did you mean ${hint}?)`}`;
  return faultUsage({ fault: text, expected });
}
