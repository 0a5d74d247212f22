import type { PgBouncerAuth, PoolMode } from '../via/pgbouncer/configuration.ts';

/** A way to the server that is not straight. */
export type Route =
  | {
      /** Through our proxy, which makes the network longer. */
      readonly kind: 'delay';
      readonly roundTripMs: number;
    }
  | {
      readonly kind: 'pgbouncer';
      readonly poolMode: PoolMode;
      readonly auth: PgBouncerAuth;
      /** Connections that it keeps to the server. */
      readonly poolSize: number;
    };

/** Short, for the name of a cell; empty for the straight way. */
export function routeName(route: Route | undefined): string {
  if (route === undefined) return '';
  return route.kind === 'delay'
    ? `+${route.roundTripMs} ms`
    : `by PgBouncer ${route.poolMode} (${route.auth})`;
}
