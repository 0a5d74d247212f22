import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { LIGHT_PROGRAMS } from '../../../tools/build/light-programs.mjs';
import { buildProgram } from '../../../tools/build/program.mjs';
import { contracts, library, oneContract, remove, type Corpus } from './corpora.ts';
import { runMeasured, type Measured } from './run-measured.ts';

/**
 * How fast packages are checked with all rules, beside pylint and ruff on the same files: a process from start to end, and a second
 * pass in the same process. Pylint takes minutes, so it runs once for each corpus; `--lines N` makes all of it smaller.
 */
const LINES = Number(optionOf('--lines') ?? 200_000);
const SIZES = 10;
const STARTS = 15;

interface Line {
  readonly corpus: string;
  readonly tool: string;
  readonly lines: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number | undefined;
  readonly peakMb: number | undefined;
  readonly findings: number | undefined;
}

const PYLINT = ['/usr/bin/python3', '-m', 'pylint'] as const;
const { stdout: version } = spawnSync(PYLINT[0], [...PYLINT.slice(1), '--version'], { encoding: 'utf8' });
// A peer that only says that it is not there would be the fastest of all.
if (!version.startsWith('pylint'))
  throw new Error('There is no pylint to be measured beside: apt-get install pylint, and run this again.');
process.stdout.write(`${version.trim().replaceAll('\n', ', ')}\n`);

const ROOT = join(import.meta.dirname, '../../..');
const light = LIGHT_PROGRAMS.find(({ system }) => system === 'audit');
const { program: bundle } = await buildProgram(light);
// As the command itself is built.
const { program: auditPass } = await buildProgram({
  ...light,
  main: 'apps/audit/bench/audit-pass.ts',
  folder: 'apps/audit/dist/bench/audit-pass',
  rehearsal: ['apps/audit/src/online/sample', '1'],
});
const lines: Line[] = [];
const all = [library(LINES), contracts(LINES)];
try {
  // One after another for each corpus, so that a slow minute of the machine meets all of them.
  for (const corpus of all) {
    const found = await beside(corpus);
    lines.push(...found);
    tell(found);
  }
  const sizes = await grown();
  const starts = await started();
  const file = optionOf('--json');
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  if (file !== undefined)
    writeFileSync(file, `${JSON.stringify({ machine, lines, sizes, starts }, null, 2)}\n`);
} finally {
  for (const corpus of all) remove(corpus);
}

async function beside(corpus: Corpus): Promise<Line[]> {
  const { folder } = corpus;
  process.stderr.write(`${corpus.name}: ${corpus.lines} lines in ${corpus.files} files\n`);
  const found: Line[] = [];
  const check = [
    process.execPath,
    bundle,
    'audit',
    'check',
    folder,
    '--fail-on',
    'never',
    '--format',
    'json',
  ];
  found.push(lineOf(corpus, 'ours, as a process', await runMeasured(check)));
  found.push(...(await passes(corpus, 'ours', [process.execPath, auditPass, folder, '2'])));
  found.push(...(await passes(corpus, 'ruff', [...fromSource('ruff-pass.ts'), folder, '2'])));
  process.stderr.write('pylint, which takes minutes\n');
  found.push(lineOf(corpus, 'pylint, as a process', await runMeasured(pylint(folder), { folder })));
  return found;
}

/**
 * What it looks for unless it is told otherwise, on one processor; but for copies, for which it holds each file against all others: we
 * look for none, and it would take ten minutes more.
 */
function pylint(folder: string): string[] {
  return [
    ...PYLINT,
    '--rcfile=/dev/null',
    '--disable=duplicate-code',
    '--recursive=y',
    '--output-format=json',
    '-j1',
    folder,
  ];
}

function fromSource(name: string): string[] {
  const loader = join(ROOT, 'tools/typescript.mjs');
  return [process.execPath, '--conditions=source', '--import', loader, join(import.meta.dirname, name)];
}

async function passes(corpus: Corpus, tool: string, command: readonly string[]): Promise<Line[]> {
  const { output, peakMb } = await runMeasured(command, { keep: true });
  return output
    .trim()
    .split('\n')
    .map((text, pass) => {
      const { cpuSeconds, findings } = JSON.parse(text) as { cpuSeconds: number; findings: number };
      const name = `${tool}, ${pass === 0 ? 'cold' : 'warm'} pass`;
      return { ...lineOf(corpus, name), cpuSeconds, peakMb, findings };
    });
}

function lineOf(corpus: Corpus, tool: string, measured?: Measured): Line {
  return {
    corpus: corpus.name,
    tool,
    lines: corpus.lines,
    cpuSeconds: measured?.cpuSeconds ?? 0,
    wallSeconds: measured?.wallSeconds,
    peakMb: measured?.peakMb,
    findings: undefined,
  };
}

function tell(all: readonly Line[]): void {
  say(
    `${'corpus'.padEnd(12)}${'tool'.padEnd(24)}${['CPU s', 'wall s', 'lines/CPU s', 'peak MB', '× pylint', 'found'].map(right).join('')}`,
  );
  for (const { corpus, tool, cpuSeconds, wallSeconds, peakMb, findings, lines: count } of all) {
    const peer = all.find((other) => other.corpus === corpus && other.tool.startsWith('pylint'));
    const cells = [
      cpuSeconds.toFixed(2),
      wallSeconds?.toFixed(2) ?? '',
      (count / cpuSeconds).toFixed(0),
      peakMb?.toFixed(0) ?? '',
      peer === undefined ? '' : (peer.cpuSeconds / cpuSeconds).toFixed(1),
      findings?.toString() ?? '',
    ];
    say(`${corpus.padEnd(12)}${tool.padEnd(24)}${cells.map(right).join('')}`);
  }
}

/** Ten sizes of the same kind of packages: seconds and memory for each line should stay what they are. */
async function grown() {
  say(`\n${['lines', 'CPU s', 'ms/1000 lines', 'peak MB'].map(right).join('')}`);
  const found: { lines: number; cpuSeconds: number; peakMb: number }[] = [];
  for (let size = 1; size <= SIZES; size += 1) {
    const corpus = contracts((LINES * size) / SIZES);
    const { cpuSeconds, peakMb } = await runMeasured([process.execPath, auditPass, corpus.folder, '1']);
    remove(corpus);
    found.push({ lines: corpus.lines, cpuSeconds, peakMb });
    const perThousand = (1e6 * cpuSeconds) / corpus.lines;
    const cells = [corpus.lines.toString(), cpuSeconds.toFixed(2), perThousand.toFixed(1), peakMb.toFixed(0)];
    say(`${cells.map(right).join('')}  ${'#'.repeat(Math.round(cpuSeconds * 4))}`);
  }
  return found;
}

/** A contract of 2,000 lines from the start of the process to its end, beside a process that does nothing. */
async function started() {
  const corpus = oneContract(2000);
  const runs = { ours: [] as Measured[], nothing: [] as Measured[] };
  const check = [process.execPath, bundle, 'audit', 'check', corpus.folder, '--fail-on', 'never'];
  for (let run = 0; run < STARTS; run += 1) {
    runs.ours.push(await runMeasured(check));
    runs.nothing.push(await runMeasured([process.execPath, '-e', '0']));
  }
  remove(corpus);
  say(`\nA contract of ${corpus.lines} lines, process start to end, median of ${STARTS}:`);
  const found = Object.entries(runs).map(([name, all]) => ({
    name,
    wallMs: 1000 * median(all.map(({ wallSeconds }) => wallSeconds)),
    cpuMs: 1000 * median(all.map(({ cpuSeconds }) => cpuSeconds)),
  }));
  for (const { name, wallMs, cpuMs } of found)
    say(`  ${name.padEnd(10)}${wallMs.toFixed(0).padStart(8)} ms${cpuMs.toFixed(0).padStart(8)} ms of CPU`);
  return found;
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

function right(cell: string): string {
  return cell.padStart(15);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
