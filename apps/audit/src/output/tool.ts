import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Manifest = z.object({ version: z.string() });

/** Name and version of the tool, as reports give them. */
export function toolOf(): { readonly name: string; readonly version: string } {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return { name: 'madang audit', version: Manifest.parse(JSON.parse(text) as unknown).version };
}
