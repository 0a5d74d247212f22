import type { Details } from '@madang/errors';
import type { DelayingProxy } from './delaying-proxy.ts';

/** What the thread of a proxy is asked to do. */
export interface Request {
  /** Comes back in the answer. The first answer has 0: it is the port, or the refusal to start. */
  readonly id: number;
  readonly call: Exclude<keyof DelayingProxy, 'host' | 'port'>;
  /** For those calls that take a time. */
  readonly ms: number;
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly refusal?: Refusal;
}

/** An error of ours, taken apart: what a thread throws arrives without code and details. */
export interface Refusal {
  readonly code: string;
  readonly details: Details;
}
