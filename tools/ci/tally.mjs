import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ status: string, fullName: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} TestReport Vitest's JSON
 * @typedef {{ name: string, ok: boolean }[]} CheckReport what check.mjs writes
 * @typedef {{ name: string, ok: boolean }} Count one thing that passed or failed
 */

/**
 * One count for each test. A skipped test has failed, and so has a file without any.
 *
 * @param {TestReport} report
 * @returns {Count[]}
 */
export function countTests({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const counts = assertionResults.map((test) => ({
      name: `${test.status}: ${test.fullName} (${name})`,
      ok: test.status === 'passed',
    }));
    const isExplained = counts.length > 0 && (status === 'passed' || counts.some(({ ok }) => !ok));
    return isExplained ? counts : [...counts, { name: `${status}: ${name}`, ok: false }];
  });
}

/**
 * Adds what a command's counts do not tell: it left none, or ended badly though all of them are well.
 *
 * @param {string} command
 * @param {number} code with which it ended
 * @param {Count[] | undefined} counts
 * @returns {Count[]}
 */
export function complete(command, code, counts = []) {
  const isTold = code === 0 ? counts.length > 0 : counts.some(({ ok }) => !ok);
  return isTold ? counts : [...counts, { name: `${command} ended with code ${code}`, ok: false }];
}

/** @param {string} file @returns {unknown} undefined when there is no such file or it was not written to its end */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string[]} args the folder with both reports, the code of each command */
function main([folder = '', tested, checked]) {
  const tests = /** @type {TestReport | undefined} */ (readReport(join(folder, 'tests.json')));
  const checks = /** @type {CheckReport | undefined} */ (readReport(join(folder, 'checks.json')));
  const counts = [
    ...complete('npm test', Number(tested), tests && countTests(tests)),
    ...complete('npm run check', Number(checked), checks),
  ];
  const failed = counts.filter(({ ok }) => !ok);
  for (const { name } of failed) process.stdout.write(`✗ ${name}\n`);
  process.stdout.write(`${counts.length - failed.length} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
