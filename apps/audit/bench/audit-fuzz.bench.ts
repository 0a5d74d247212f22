import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from '../test/fuzz/fuzz.ts';

/**
 * Feeds mutants of the samples to the parser, all rules, formats, printers and fixes, for so long: `--seconds 60 --seed 1 [--from 0]
 * [--output DIR]`. Ends with 1 when something was thrown, a rule failed, a mutant of fewer than 1,000 lines took more than 5 s, or the
 * same files gave another report. A seed and a number always give the same mutant.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    output: { type: 'string', default: join(tmpdir(), 'madang-audit-fuzz') },
  },
});
const [seconds, seed, from] = [values.seconds, values.seed, values.from].map(Number) as [
  number,
  number,
  number,
];
const say = (line: string) => void process.stdout.write(`${line}\n`);

const { mutants, lines, bytes, changes, faults } = await fuzz({
  seconds,
  seed,
  from,
  output: values.output,
  say,
});
const total = [...changes.values()].reduce((sum, times) => sum + times, 0);
say(`seed ${seed}: ${mutants} mutants, ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s`);
say(`${total} changes of ${changes.size} kinds`);
for (const [name, times] of [...changes].toSorted()) say(`${String(times).padStart(8)}  ${name}`);
say(`${faults.size} faults${faults.size === 0 ? '' : `, in ${values.output}`}`);
for (const [name, times] of faults) say(`${String(times).padStart(8)}  ${name}`);
process.exitCode = faults.size === 0 ? 0 : 1;
