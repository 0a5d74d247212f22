import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIGHT_PROGRAMS } from '../../../../tools/build/light-programs.mjs';
import { buildProgram } from '../../../../tools/build/program.mjs';
import { toRun } from '../../../../tools/foreground.mjs';
import { folderOf, PACKAGE, SHOP } from './run.ts';

const [light] = LIGHT_PROGRAMS.filter(({ system }) => system === 'audit');
const { program } = await buildProgram(light);

/** The command as a process of its own, of the program that the launcher starts. */
function start(...argv: string[]) {
  const child = spawn(process.execPath, toRun(program, ['audit', ...argv, '--language', 'en']), {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    printed: () => printed,
    said: () => said,
    end: async (input = '') => {
      child.stdin.end(input);
      const [code] = await closed;
      return { code, printed, said };
    },
  };
}

const CLEAN = SHOP.replace(' is not ', ' != ').replace('    @logged\n', '');

describe('./madang audit check, as a process', { timeout: 120_000 }, () => {
  it('ends with 0, 1 and 2', async () => {
    const [clean, bad, wrong, gone] = await Promise.all([
      start('check', folderOf({ ...PACKAGE, 'shop.py': CLEAN })).end(),
      start('check', folderOf(PACKAGE)).end(),
      start('check', folderOf(PACKAGE), '--fail-on', 'terrible').end(),
      start('check', '/nowhere/at/all').end(),
    ]);
    expect(clean).toMatchObject({ code: 0, said: '' });
    expect(bad.code).toBe(1);
    expect(bad.printed).toContain('medium Q04');
    expect(wrong).toMatchObject({ code: 2, printed: '' });
    expect(wrong.said).toContain('AUDIT_FLAG_USAGE');
    expect(gone).toMatchObject({ code: 1, printed: '' });
    expect(gone.said).toContain('AUDIT_NOTHING_THERE');
  });

  it('reads standard input under the name that it is given, shows its fixes and cannot write them', async () => {
    const [report, diff, fix, nothing] = await Promise.all([
      start('check', '-', '--stdin-name', 'token/shop.py', '--json', '--only', 'Q04').end(SHOP),
      start('check', '-', '--diff').end(SHOP),
      start('check', '-', '--fix').end(SHOP),
      start('check', '-').end(''),
    ]);
    expect(report.code).toBe(1);
    expect(report.printed).toContain('"file": "token/shop.py"');
    expect(diff).toMatchObject({ code: 1, said: '' });
    expect(diff.printed).toContain("+        return self._name.get() != ''");
    expect(fix).toMatchObject({ code: 1, printed: '' });
    expect(fix.said).toContain('AUDIT_NOT_MENDABLE');
    expect(nothing).toMatchObject({ code: 0 });
  });

  it('with --watch checks again when a file changes, lives through what is wrong, and ends with 130', async () => {
    const folder = folderOf(PACKAGE);
    const watching = start('check', folder, '--watch', '--only', 'Q04');
    const waits = () => watching.said().split('Waiting for a change').length - 1;
    await expect.poll(waits, { timeout: 60_000 }).toBe(1);
    expect(watching.printed()).toContain('1 medium');
    writeFileSync(join(folder, 'madang-audit.yaml'), 'engin: v1\n');
    await expect.poll(waits, { timeout: 20_000 }).toBe(2);
    expect(watching.said()).toContain('did you mean engine?');
    writeFileSync(join(folder, 'madang-audit.yaml'), '');
    await expect.poll(waits, { timeout: 20_000 }).toBe(3);
    writeFileSync(join(folder, 'shop.py'), CLEAN);
    await expect.poll(() => watching.printed(), { timeout: 20_000 }).toContain('Nothing found.');
    expect(watching.printed()).not.toContain('\u001b');
    watching.child.kill('SIGINT');
    expect((await watching.end()).code).toBe(130);
  });
});
