import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { say } from './setup/progress.mjs';
import { lightProgramOf } from './build/light-programs.mjs';
import { setUp } from './setup.mjs';

/**
 * What the sources need to run: the packages, and the islands built from the present sources. Ends the process with code 1
 * and a reason when that fails.
 */
export async function prepare() {
  await setUp();
  // Imported only now, as below: it needs the packages.
  const { buildIslands } = await import('./build.mjs');
  await orEnd(buildIslands({ say }));
}

/**
 * What a command line needs: the packages, and the program that has its verb, built from the present sources. Islands are
 * built for the whole program alone.
 *
 * @param {readonly string[]} [argv]
 * @returns {Promise<string>} the program's file; `toRun` of foreground.mjs tells how Node runs it
 */
export async function prepareProgram(argv = []) {
  const light = lightProgramOf(argv);
  if (light === undefined) await prepare();
  else await setUp();
  const { buildProgram } = await import('./build/program.mjs');
  return (await orEnd(buildProgram({ say, ...light }))).program;
}

/** @template T @param {Promise<T>} build */
async function orEnd(build) {
  try {
    return await build;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`not built: ${process.stderr.isTTY ? reason : stripVTControlCharacters(reason)}`);
    process.exit(1);
  }
}

// For the launcher, which then runs what is printed.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${await prepareProgram(process.argv.slice(2))}\n`);
