/**
 * The points at which the server stops to ask what it shall do:
 * `ssl` before it answers SSLRequest, `tls` before its part of the handshake, `startup` before its first answer to the start-up packet,
 * `challenge` before SCRAM's salt, `backend` before it lets the client in (with trust: after AuthenticationOk), `query` before the answer
 * to a query, `close` before it closes after Terminate.
 */
export type Step = 'ssl' | 'tls' | 'startup' | 'challenge' | 'backend' | 'query' | 'close';

/** Where in its life a server is. */
export interface Moment {
  readonly step: Step;
  /** Which connection, from 1. */
  readonly connection: number;
  /** Which query of the connection, from 1; 0 before the first. */
  readonly query: number;
  /** The query's text, at the step `query`. */
  readonly sql?: string;
}

/**
 * What to do at a moment, in place of going on at once:
 * - `delayMs`: go on, later;
 * - `silence`: never say anything again, and keep the connection open;
 * - `reset`: break the connection (RST); `end`: close it without a word (FIN);
 * - `say`: send these bytes as the answer, then be silent;
 * - `refuse`: an ErrorResponse. To a query it is an answer like another, unless `fatal`; at every other step it always ends the connection.
 */
export type Behaviour =
  | { readonly delayMs: number }
  | 'silence'
  | 'reset'
  | 'end'
  | { readonly say: Uint8Array }
  | { readonly refuse: Refusal };

export interface Refusal {
  readonly sqlstate: string;
  readonly message: string;
  readonly fatal?: boolean;
}

/** The server's programme: what to do at each moment; undefined is to go on. */
export type Programme = (moment: Moment) => Behaviour | undefined;
