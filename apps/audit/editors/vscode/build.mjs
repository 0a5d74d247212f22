// Builds the extension into dist/extension.cjs: `node apps/audit/editors/vscode/build.mjs`. The editor brings `vscode` along.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string} file where the one file of the extension goes */
export async function buildExtension(file) {
  const bundled = await rolldown({
    input: at('src/extension.ts'),
    platform: 'node',
    external: ['vscode'],
    tsconfig: false,
    transform: { target: 'node20' },
  });
  try {
    await bundled.write({ file, format: 'cjs', codeSplitting: false, minify: true });
  } finally {
    await bundled.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension(at('dist/extension.cjs'));
