import { describe, expect, it } from 'vitest';
import { clientOf, Rates } from './rates.ts';

describe('a rate', () => {
  it('lets each address ask so many times within any minute, and says how long to wait', () => {
    const rates = new Rates(3);
    const at = (address: string, ...seconds: number[]) =>
      seconds.map((second) => rates.ask(address, second * 1000));
    expect(at('192.0.2.1', 0, 10, 20, 30, 59, 60)).toEqual([0, 0, 0, 30, 1, 0]);
    expect(at('192.0.2.2', 60)).toEqual([0]);
    expect(at('192.0.2.1', 61, 70, 71)).toEqual([9, 0, 9]);
  });

  it('forgets who asked longest ago when too many ask', () => {
    const rates = new Rates(1);
    const address = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
    for (let at = 0; at < 10_001; at += 1) expect(rates.ask(address(at), 0)).toBe(0);
    expect([rates.ask(address(10_000), 0), rates.ask(address(0), 0)]).toEqual([60, 0]);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
  ['2001:0DB8:0000:0001::9', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:7f00:1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s asks as %s', (address, client) => {
  expect(clientOf(address)).toBe(client);
});
