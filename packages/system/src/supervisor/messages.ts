/** What a role's process tells the supervisor. */
export type FromRole =
  | { readonly type: 'progress'; readonly line: string }
  | {
      readonly type: 'ready';
      readonly provides: Readonly<Record<string, string>>;
      readonly says: string | null;
      readonly operations: string;
    }
  | { readonly type: 'failed'; readonly text: string; readonly exitCode: number };

/** What the supervisor (or the primary of a cluster) tells a process. */
export interface ToRole {
  readonly type: 'stop';
}

export function isStop(message: unknown): message is ToRole {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop';
}
