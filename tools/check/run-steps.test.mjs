import { describe, expect, it } from 'vitest';
import { runSteps } from './run-steps.mjs';

describe('runSteps', () => {
  it('goes on after a failure, tells of each step as it ends, and keeps all that it printed', async () => {
    /** @type {string[]} */
    const told = [];
    const results = await runSteps(
      [
        { name: 'bad', args: ['-e', 'console.log("out"); console.error("err"); process.exitCode = 3'] },
        { name: 'good', args: ['-e', ''] },
        { name: 'killed', args: ['-e', 'process.kill(process.pid, "SIGKILL")'] },
      ],
      { atOnce: 1, onResult: ({ name }) => told.push(name) },
    );
    expect(told).toEqual(['bad', 'good', 'killed']);
    expect(results).toMatchObject([
      { name: 'bad', ok: false },
      { name: 'good', ok: true, output: '' },
      { name: 'killed', ok: false },
    ]);
    expect(results[0]?.output.split('\n').toSorted()).toEqual(['', 'err', 'out']);
  });
});
