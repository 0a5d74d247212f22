import './node-version.mjs';
import { fromSource, runForeground } from './foreground.mjs';
import { prepare } from './prepare.mjs';
import { ROOT } from './root.mjs';

// `npm start -- ARGUMENTS` is `./madang start ARGUMENTS`, written for every platform and for npm's way with signals.
await prepare();
await runForeground(fromSource(`${ROOT}/apps/madang/src/main.ts`, ['start', ...process.argv.slice(2)]));
