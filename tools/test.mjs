import './node-version.mjs';
import { runForeground } from './foreground.mjs';
import { prepare } from './prepare.mjs';
import { ROOT } from './root.mjs';

// `npm test -- ARGUMENTS` passes them on: names of files, or any option of `vitest run`.
await prepare();
process.chdir(ROOT);
await runForeground([`${ROOT}/node_modules/vitest/vitest.mjs`, 'run', ...process.argv.slice(2)]);
