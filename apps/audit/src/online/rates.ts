import { isIPv6 } from 'node:net';

const MINUTE_MS = 60_000;
/** Addresses that are remembered; whoever asked longest ago is forgotten first. */
const MOST_ADDRESSES = 10_000;

/** Lets each address ask so many times within a minute. */
export class Rates {
  readonly #perMinute: number;
  /** When each asked within the last minute, who asked last at the end. */
  readonly #asked = new Map<string, readonly number[]>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts it, and gives 0; or, where it is too often, gives the seconds to wait. `now` in milliseconds. */
  ask(address: string, now: number): number {
    const client = clientOf(address);
    const recent = (this.#asked.get(client) ?? []).filter((time) => time > now - MINUTE_MS);
    const [first = now] = recent;
    if (recent.length >= this.#perMinute) return Math.ceil((first + MINUTE_MS - now) / 1000);
    this.#asked.delete(client);
    this.#asked.set(client, [...recent, now]);
    this.#forget();
    return 0;
  }

  #forget(): void {
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST_ADDRESSES && oldest !== undefined) this.#asked.delete(oldest);
  }
}

/** Whoever has one address of IPv6 has the 2⁶⁴ beside it as well; one of IPv4 may be written as one of IPv6. */
export function clientOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined || !isIPv6(bare)) return mapped ?? bare.slice(0, 100);
  const [head = '', tail] = bare.split('::', 2);
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
