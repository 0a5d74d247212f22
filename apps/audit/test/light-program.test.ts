import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../../tools/build/program.mjs';
import { LIGHT_PROGRAMS } from '../../../tools/build/light-programs.mjs';
import { auditVerbs } from '../src/verbs.ts';

const [light] = LIGHT_PROGRAMS.filter(({ system }) => system === 'audit');
const { program } = await buildProgram(light);
const folder = dirname(program);
const { entry, files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  entry: string;
  files: string[];
};

/** A piece of the program, and what it loads with it; what it imports only when it is needed does not count. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(folder, 'files', file), 'utf8');
  for (const [, name = ''] of code.matchAll(/^(?:const|var|let) [^;]*?require\(["']\.\/([^"']+)["']\)/gm))
    loadedWith(name, seen);
  return seen;
}

describe('the program of the verbs', () => {
  it('has the verbs that the launcher sends to it', () => {
    expect(light!.verbs).toEqual(auditVerbs.verbs.map(({ name }) => name).toSorted());
  });

  it.each(['main', 'run-check', 'run-explain', 'run-lsp', 'run-print', 'run-rules'])(
    '%s loads neither database nor server',
    (piece) => {
      const start =
        piece === 'main'
          ? entry
          : files.find((file) => file.startsWith(`${piece}-`) && file.endsWith('.cjs'));
      const code = [...loadedWith(start ?? 'nothing')].map((file) =>
        readFileSync(join(folder, 'files', file), 'utf8'),
      );
      expect(code.join('\n').length).toBeGreaterThan(1000);
      expect(code.join('\n')).not.toMatch(
        /^\/\/ (?:node_modules\/(?:pg|pg-protocol|fastify|@fastify\/[^/]+|prom-client)|packages\/(?:pg|http))\//m,
      );
    },
  );
});
