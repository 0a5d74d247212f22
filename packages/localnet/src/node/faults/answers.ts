import { spoilItems, type ItemFault } from './items.ts';

/** Something that goes wrong with one answer, as it does on real networks. One that does not fit an answer changes nothing. */
export type Fault =
  /** Another status in place of the answer: 429, 503, … */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** A page in place of the answer, with status 200. */
  | { readonly kind: 'html' }
  /** The answer's first half, as if it were whole. */
  | { readonly kind: 'truncate' }
  /** The connection closes in the middle of the answer. */
  | { readonly kind: 'disconnect' }
  /** Blanks, as JSON may begin with, in place of the answer and without an end. */
  | { readonly kind: 'flood' }
  /** No answer at all, while the connection stays open. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'delay'; readonly ms: number }
  | ItemFault;

/**
 * Decides what goes wrong with an exchange: its number, from 1, and the request's body. Undefined: nothing; several go wrong one
 * after the other.
 */
export type Faults = (exchange: number, body: string) => Fault | readonly Fault[] | undefined;

/** An HTTP answer about to be sent. */
export interface Outgoing {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Send only a part, then close the connection. */
  readonly cut?: boolean;
  /** Send blanks in place of the body until the client hangs up. */
  readonly endless?: boolean;
  /** Send nothing, and leave the connection open. */
  readonly silent?: boolean;
}

/** The answer as it becomes with the fault. */
export function spoil(answer: Outgoing, fault: Fault): Outgoing {
  switch (fault.kind) {
    case 'status':
      return {
        ...answer,
        status: fault.status,
        type: 'text/plain; charset=UTF-8',
        body: fault.body ?? 'try later',
        ...(fault.retryAfter === undefined ? {} : { headers: { 'retry-after': fault.retryAfter } }),
      };
    case 'html':
      return { status: 200, type: 'text/html', body: '<!doctype html><title>Welcome</title>' };
    case 'truncate':
      return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
    case 'disconnect':
      return { ...answer, cut: true };
    case 'flood':
      return { ...answer, endless: true };
    case 'silence':
      return { ...answer, silent: true };
    case 'delay':
      return { ...answer, delayMs: fault.ms };
    case 'reverse':
    case 'drop':
    case 'duplicate':
    case 'swap':
    case 'error':
    case 'replace':
    case 'repeatTransaction':
      return itemsSpoilt(answer, fault);
  }
}

// A node gives a single request that fails another status; in a batch, failures are among the rest.
function itemsSpoilt(answer: Outgoing, fault: ItemFault): Outgoing {
  if (answer.type?.startsWith('application/json') !== true) return answer;
  const body = spoilItems(answer.body, fault);
  return fault.kind === 'error' && body.startsWith('{')
    ? { ...answer, status: 400, body }
    : { ...answer, body };
}
