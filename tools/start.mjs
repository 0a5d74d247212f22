import './node-version.mjs';
import { runForeground, toRun } from './foreground.mjs';
import { prepareProgram } from './prepare.mjs';

// `npm start -- ARGUMENTS` is `./madang start ARGUMENTS`, written for every platform and for npm's way with signals.
const program = await prepareProgram();
await runForeground(toRun(program, ['start', ...process.argv.slice(2)]));
