import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

const DRIVERS = ['pg', 'postgres', 'hdr-histogram-js'];

/** Versions of this program and of what it measures with, by name: they are pinned in its manifest. */
export function versions(): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { version, dependencies } = Manifest.parse(JSON.parse(text) as unknown);
  const drivers = DRIVERS.map((name): [string, string] => [name, dependencies[name] ?? 'unknown']);
  return { poolbench: version, ...Object.fromEntries(drivers) };
}
