/** Something that goes wrong with one answer, as it does on real networks. */
export type Fault =
  /** Another status in place of the answer: 429, 503, … */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** A page in place of the answer, with status 200. */
  | { readonly kind: 'html' }
  /** The answer's first half, as if it were whole. */
  | { readonly kind: 'truncate' }
  /** The connection closes in the middle of the answer. */
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The items of a batch in another order, as the protocol allows. */
  | { readonly kind: 'reverse' }
  /** One item of a batch left out. */
  | { readonly kind: 'drop'; readonly item: number }
  /** One item of a batch twice. */
  | { readonly kind: 'duplicate'; readonly item: number };

/** Decides what goes wrong with an exchange: its number, from 1, and the request's body. Undefined: nothing. */
export type Faults = (exchange: number, body: string) => Fault | undefined;

/** An HTTP answer about to be sent. */
export interface Outgoing {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Send only a part, then close the connection. */
  readonly cut?: boolean;
}

/** The answer as it becomes with the fault. */
export function spoil(answer: Outgoing, fault: Fault): Outgoing {
  switch (fault.kind) {
    case 'status':
      return {
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
    case 'delay':
      return { ...answer, delayMs: fault.ms };
    case 'reverse':
      return withItems(answer, (items) => items.toReversed());
    case 'drop':
      return withItems(answer, (items) => items.toSpliced(fault.item, 1));
    case 'duplicate':
      return withItems(answer, (items) => [...items, items[fault.item]]);
  }
}

function withItems(answer: Outgoing, change: (items: unknown[]) => unknown[]): Outgoing {
  const items = JSON.parse(answer.body) as unknown;
  return Array.isArray(items) ? { ...answer, body: JSON.stringify(change(items)) } : answer;
}
