const KIB = 1024;
const MIB = 1024 * KIB;

/** Limits that hold for every request. A request that never ends, or whose head never ends, is cut off. */
export const LIMITS = {
  /** Bytes of a body. */
  body: MIB,
  /** Bytes of address and headers together. */
  head: 16 * KIB,
  /** Characters of one parameter in a path. */
  parameter: 512,
  /** For the head of a request, and for all of it. */
  headMs: 20_000,
  requestMs: 30_000,
  /** Without a byte in either direction. */
  silenceMs: 60_000,
  /** Longer than the 60 s of usual proxies, so that it is never us who close a connection that one just chose to use. */
  keepAliveMs: 72_000,
  /** What is being answered when the server is closed may take this long. */
  drainMs: 2000,
} as const;

/** A size as people say it: `4 MiB`. */
export function sizeText(bytes: number): string {
  return bytes >= MIB ? `${Math.round((bytes / MIB) * 10) / 10} MiB` : `${Math.round(bytes / KIB)} KiB`;
}

export const HEAD_LIMIT = '16 KiB';
