import { randomUUID } from 'node:crypto';

/** A caller's own id is kept, so that one id follows a request through several services; anything odd is replaced. */
export function requestIdOf({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
