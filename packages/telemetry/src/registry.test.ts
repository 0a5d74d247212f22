import { expect, it } from 'vitest';
import { Counter, createRegistry } from './index.ts';

it('holds the metrics of the process and those that a package registers, with the labels of its process', async () => {
  const registry = createRegistry({ role: 'index' });
  new Counter({ name: 'demo_blocks_total', help: 'Blocks.', registers: [registry] }).inc(3);
  const text = await registry.metrics();
  expect(text).toContain('demo_blocks_total{role="index"} 3');
  expect(text).toMatch(/process_cpu_seconds_total\{role="index"\} [\d.]+/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds\{role="index"\}/);
});

it('is apart from every other registry', async () => {
  const one = createRegistry();
  new Counter({ name: 'demo_one_total', help: 'One.', registers: [one] });
  expect(await createRegistry().metrics()).not.toContain('demo_one_total');
});
