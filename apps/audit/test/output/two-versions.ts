import { join } from 'node:path';
import { checkFiles } from '../../src/check-run.ts';
import { readInput } from '../../src/reading/read-input.ts';
import { rules } from '../../src/rules/index.ts';

const versions = join(import.meta.dirname, '../comparison/versions');
const mistake = new TextEncoder().encode("\n\nKEY = hash('x')\n");
/** A check of a contract since an older version, which has a mistake that the newer one has not. */
export const twoVersions = checkFiles(await readInput(join(versions, 'new')), {
  rules,
  older: (await readInput(join(versions, 'old'))).map(({ path, bytes }) => ({
    path,
    bytes: path === 'pool.py' ? Uint8Array.of(...bytes, ...mistake) : bytes,
  })),
});
