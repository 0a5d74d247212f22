import type { Format } from '../../src/output/format.ts';
import { formatNames, loadFormat, type FormatName } from '../../src/output/formats.ts';

/** All formats, loaded. */
export const formats = Object.fromEntries(
  await Promise.all(formatNames.map(async (name) => [name, await loadFormat(name)] as const)),
) as Readonly<Record<FormatName, Format>>;
