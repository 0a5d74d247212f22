import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What one contender did: its name, its rate, and whatever else was measured, by the head of its column. */
export interface Contender {
  readonly name: string;
  readonly operationsPerSecond: number;
  readonly measured: Readonly<Record<string, number>>;
}

/** The run with the middle rate. */
export function median(name: string, runs: readonly Contender[]): Contender {
  const sorted = runs
    .filter((run) => run.name === name)
    .sort((a, b) => a.operationsPerSecond - b.operationsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new TypeError(`${name} was not measured.`);
  return middle;
}

/** Prints a table with ratios to the first contender, the bound; `--json FILE` writes the same as JSON. */
export function report(unit: string, contenders: readonly Contender[]): void {
  const bound = contenders[0]?.operationsPerSecond ?? 1;
  const heads = [unit, 'of the bound', ...Object.keys(contenders[0]?.measured ?? {})];
  process.stdout.write(`${''.padEnd(22)}${heads.map((head) => head.padStart(22)).join('')}\n`);
  for (const { name, operationsPerSecond, measured } of contenders) {
    const cells = [
      operationsPerSecond.toFixed(0),
      (operationsPerSecond / bound).toFixed(2),
      ...Object.values(measured).map(short),
    ];
    process.stdout.write(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(22)).join('')}\n`);
  }
  const json = process.argv.indexOf('--json');
  const file = json === -1 ? undefined : process.argv[json + 1];
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, contenders }, null, 2)}\n`);
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(3);
}
