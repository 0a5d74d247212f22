import { spawn } from 'node:child_process';
import { ROOT } from '../root.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {{ name: string, ok: boolean, seconds: number, output: string }} Result
 */

/**
 * Runs every step, also after one has failed.
 *
 * @param {Step[]} steps
 * @param {{ atOnce: number, onResult: (result: Result) => void }} options `onResult` is called as each step ends
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runSteps(steps, { atOnce, onResult }) {
  /** @type {Result[]} */
  const results = [];
  const waiting = steps.entries();
  const worker = async () => {
    for (const [index, step] of waiting) {
      const result = await runStep(step);
      results[index] = result;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
function runStep({ name, args }) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ name, ok: code === 0, seconds: (performance.now() - start) / 1000, output });
    });
  });
}
