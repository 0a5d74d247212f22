import './node-version.mjs';
import { execFileSync } from 'node:child_process';
import { fromSource } from './foreground.mjs';
import { furnish } from './new-system/furnish.mjs';
import { ROOT } from './root.mjs';
import { setUp } from './setup.mjs';
import { say } from './setup/progress.mjs';

// `npm run new:system -- NAME` makes apps/NAME, a furnished room whose tests pass.
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0) {
  process.stderr.write('Usage: npm run new:system -- NAME     for instance: npm run new:system -- weather\n');
  process.exit(2);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  execFileSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

try {
  await setUp();
  const files = furnish(ROOT, name);
  say(`apps/${name} is furnished with ${files.length - 2} files`);
  run(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', '--ignore-unknown', ...files]);
  say('linking it (npm install)');
  run('npm', [
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  run(process.execPath, fromSource(`apps/${name}/src/main.ts`, ['generate']));
} catch (error) {
  say(`no new system: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
process.stdout.write(
  `\nNext: npm test -- apps/${name}       its tests pass\n` +
    `      ./madang ${name} serve         its page is under /${name}\n` +
    `      apps/${name}/README.md         the tour; add its row to README.md\n`,
);
