import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../src/analyse.ts';
import type { Finding } from '../src/catalogue/finding.ts';
import type { InputFile } from '../src/domain/package/package.ts';
import { readPackages } from '../src/domain/package/read-packages.ts';
import { rules } from '../src/rules/index.ts';
import { readSample, readSamples } from '../test/samples/sample.ts';
import { guardMutants, type GuardKind, type GuardMutant } from '../test/guards/guard-mutants.ts';

/**
 * How many of the guards of well-made contracts are missed when they are gone: each is taken out alone, and is told of where a finding
 * above info comes that was not there before. `--path DIR` does it with a contract of yours, or a folder of several, in place of the good samples,
 * `--list` prints what is told of by nothing, `--json FILE` keeps the figures. Most that is not told is no fault: a bound that only keeps
 * senseless values out, a query's twin, a payment that goes to its receiver whoever asks for it.
 */
const { values } = parseArgs({
  options: { path: { type: 'string' }, list: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);

const KINDS: readonly GuardKind[] = ['caller', 'amount', 'state'];
const counts = new Map(KINDS.map((kind) => [kind, { removed: 0, told: 0 }]));
const started = process.cpuUsage();

const packages = values.path === undefined ? goodSamples() : packagesIn(resolve(values.path));
for (const [name, files] of packages) {
  const before = new Set(told(files).map(keyOf));
  for (const pkg of readPackages(files))
    for (const mutant of guardMutants(pkg, files)) count(name, mutant, before);
}
const spent = process.cpuUsage(started);

say(`${packages.length} packages; guards taken out one at a time`);
say(`${'asks'.padEnd(10)}${'taken out'.padStart(12)}${'told'.padStart(8)}${'share'.padStart(8)}`);
for (const [kind, { removed, told: found }] of counts)
  say(
    `${kind.padEnd(10)}${String(removed).padStart(12)}${String(found).padStart(8)}${share(found, removed).padStart(8)}`,
  );
say(`${((spent.user + spent.system) / 1e6).toFixed(1)} s of CPU`);
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify({ packages: packages.length, ...Object.fromEntries(counts) }, null, 2)}\n`,
  );

function count(name: string, mutant: GuardMutant, before: ReadonlySet<string>): void {
  const of = counts.get(mutant.kind);
  if (of === undefined) return;
  of.removed += 1;
  if (told(mutant.files).some((finding) => !before.has(keyOf(finding)))) of.told += 1;
  else if (values.list)
    say(`${mutant.kind.padEnd(8)}${name}/${mutant.place}  ${mutant.source.slice(0, 120)}`);
}

function told(files: readonly InputFile[]): Finding[] {
  return analyse(files, { rules })
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'info');
}

/** The same finding, wherever it has moved. */
function keyOf({ rule, within, message }: Finding): string {
  return `${rule} ${within} ${message.en}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`;
}

type Named = readonly [name: string, files: readonly InputFile[]];

function goodSamples(): Named[] {
  const folder = join(import.meta.dirname, '../src/rules');
  return foldersIn(folder).flatMap((rule) =>
    readSamples(join(folder, rule))
      .filter(({ kind }) => kind === 'good')
      .map(({ files }): Named => [rule, files]),
  );
}

function packagesIn(folder: string): Named[] {
  if (!existsSync(folder))
    throw new Error(`There is no folder ${folder}: name one contract, or a folder of several.`);
  const isPackage = readdirSync(folder).some((name) => name.endsWith('.py') || name === 'package.json');
  const folders = isPackage ? [folder] : foldersIn(folder).map((name) => join(folder, name));
  return folders.map((path): Named => [basename(path), readSample(path, basename(path)).files]);
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => statSync(join(folder, name)).isDirectory());
}
