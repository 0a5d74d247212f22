import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { isWithin } from '../../src/catalogue/is-within.ts';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { PackageSession } from '../../src/language-server/package-session.ts';
import { rules } from '../../src/rules/index.ts';
import { readCorpus } from '../fuzz/corpus.ts';
import { Random } from '../fuzz/random.ts';
import { statementEdit } from './keystroke.ts';

const encoder = new TextEncoder();
const never = () => false;
const edited = (file: InputFile, text: string): InputFile => ({ ...file, bytes: encoder.encode(text) });

async function opened(files: readonly InputFile[]): Promise<PackageSession> {
  const session = new PackageSession(tmpdir(), rules);
  session.update({ changed: files, gone: [] });
  await session.check(undefined, never);
  return session;
}

const told = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => JSON.stringify(finding)).sort();

it('what an edit touches is judged at once as the whole check judges it', { timeout: 120_000 }, async () => {
  const random = new Random(3);
  const wrong: unknown[] = [];
  let rechecked = 0;
  for (const files of readCorpus()) {
    const file = random.pick(files.filter(({ path }) => path.endsWith('.py')));
    if (file === undefined) continue;
    const session = await opened(files);
    let text = new TextDecoder().decode(file.bytes);
    // The second edit comes before the whole check of the first one: it builds on what that left.
    for (let count = 0; count < 2; count += 1) {
      text = statementEdit(text, random);
      const { recheck } = session.update({ changed: [edited(file, text)], gone: [] });
      if (recheck === undefined) break;
      rechecked += 1;
      const others = files.map((each) => (each === file ? edited(file, text) : each));
      const whole = new PackageSession(tmpdir(), rules);
      whole.update({ changed: others, gone: [] });
      const { findings } = (await whole.check(undefined, never)) ?? { findings: [] };
      const expected = told(findings.filter(({ at }) => isWithin(at, recheck.touched)));
      if (told(recheck.findings).join() !== expected.join())
        wrong.push({ path: file.path, text, expected, found: told(recheck.findings) });
    }
  }
  expect(wrong).toEqual([]);
  expect(rechecked).toBeGreaterThan(400);
});
