import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../src/domain/python/source.ts';
import { parseModule } from '../../src/domain/python/parse.ts';
import { canonical } from './canonical.ts';

// CPython itself, where Debian's python3 is installed; `.ci/run` installs it.
const python = spawnSync('python3', ['-c', 'import sys, sysconfig; print(sysconfig.get_path("stdlib"))'], {
  encoding: 'utf8',
});
const library = python.status === 0 ? python.stdout.trim() : undefined;

const EVERY = Number(process.env['AUDIT_DIFF_OFFSET'] ?? 0);

/** Our own samples, and every tenth file of Python's library: all of it is for `test:long`. */
function filesToCompare(): string[] {
  const samples = pythonFiles(join(import.meta.dirname, '../../src/rules'));
  return [...samples, ...pythonFiles(library ?? '').filter((_, index) => index % 10 === EVERY)];
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.endsWith('.py') &&
        !/(?:^|\/)(?:site-packages\/|bad_coding|badsyntax_|bad_|test\/tokenizedata)/.test(name),
    )
    .toSorted()
    .map((name) => join(folder, name));
}

describe.skipIf(library === undefined)('the tree', () => {
  it('is that of CPython, node by node and place by place', () => {
    const files = filesToCompare();
    const { stdout } = spawnSync('python3', [join(import.meta.dirname, 'dump_ast.py')], {
      input: files.join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    const theirs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string[] | null);
    expect(theirs).toHaveLength(files.length);
    const different: string[] = [];
    for (const [index, file] of files.entries()) {
      const nodes = theirs[index] ?? null;
      const { text, faults } = decodeSource(readFileSync(file));
      const parsed = parseModule(text);
      const refused = parsed.faults.some(({ code }) => code !== 'newer-syntax') || faults.length > 0;
      if (nodes === null || refused) {
        if ((nodes === null) !== refused)
          different.push(
            `${file}: ${nodes === null ? 'CPython' : JSON.stringify(parsed.faults[0])} refuses it`,
          );
        continue;
      }
      const difference = firstDifference(canonical(parsed), nodes);
      if (difference !== undefined) different.push(`${file}: ${difference}`);
    }
    expect(different).toEqual([]);
  }, 120_000);
});

/** The first node that only one of the sorted lists has. */
function firstDifference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const known = new Map<string, number>();
  for (const node of theirs) known.set(node, (known.get(node) ?? 0) + 1);
  const extra = ours.filter((node) => {
    const count = known.get(node) ?? 0;
    known.set(node, count - 1);
    return count <= 0;
  });
  const missing = [...known].filter(([, count]) => count > 0).map(([node]) => node);
  if (extra.length === 0 && missing.length === 0) return undefined;
  return `ours [${extra.slice(0, 3).join(' | ')}] theirs [${missing.slice(0, 3).join(' | ')}]`;
}
