import { existsSync, readdirSync } from 'node:fs';
import { fromSource, runForeground } from './foreground.mjs';
import { prepare } from './prepare.mjs';
import { ROOT } from './root.mjs';

// `npm run bench -- NAME [--json FILE]`: runs bench/NAME.ts of the workspace that has it. Without a name it lists them.
const [name, ...rest] = process.argv.slice(2);
const benches = findBenches();
const file = name === undefined ? undefined : benches.get(name);
if (file === undefined) {
  process.stderr.write(
    `npm run bench -- NAME [--json FILE]\n${[...benches.keys()].map((known) => `  ${known}\n`).join('')}`,
  );
  process.exit(name === undefined ? 0 : 2);
}
await prepare();
await runForeground(fromSource(file, rest));

/** @returns {Map<string, string>} name → path */
function findBenches() {
  const found = new Map();
  for (const kind of ['packages', 'apps']) {
    for (const workspace of readdirSync(`${ROOT}/${kind}`)) {
      const folder = `${ROOT}/${kind}/${workspace}/bench`;
      if (!existsSync(folder)) continue;
      for (const entry of readdirSync(folder)) {
        if (entry.endsWith('.bench.ts')) found.set(entry.slice(0, -'.bench.ts'.length), `${folder}/${entry}`);
      }
    }
  }
  return found;
}
