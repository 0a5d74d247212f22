/** What a role's process tells the one who started it. */
export type FromRole =
  | { readonly type: 'progress'; readonly line: string }
  | {
      readonly type: 'ready';
      readonly provides: Readonly<Record<string, string>>;
      readonly says: string | null;
    }
  | { readonly type: 'failed'; readonly text: string; readonly exitCode: number };

/** The account that a process gave of its end, among other messages that a channel carries. */
export function isFailed(message: unknown): message is FromRole & { readonly type: 'failed' } {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'failed';
}

/** What the supervisor tells a role's process when its turn has come. */
export interface Begin {
  readonly type: 'begin';
  /** Variables with what the roles before it provide. */
  readonly variables: Readonly<Record<string, string>>;
}
