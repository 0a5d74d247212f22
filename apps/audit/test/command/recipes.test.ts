import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArguments, readYaml } from '@madang/config';
import { describe, expect, it } from 'vitest';
import { check as checkVerb } from '../../src/command/check.verb.ts';
import { SettingsFile } from '../../src/configuration/settings-file.schema.ts';
import { check, folderOf, PACKAGE, read } from './run.ts';

const docs = join(import.meta.dirname, '../../docs');
const pageOf = (name: string) => readFileSync(join(docs, name), 'utf8');
const blocksOf = (page: string, language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);

function yamlOf(block: string): unknown {
  const file = join(mkdtempSync(join(tmpdir(), 'madang-recipe-')), 'recipe.yaml');
  writeFileSync(file, block);
  return readYaml(file);
}

const page = pageOf('ci.md');
const commands = [...page.matchAll(/\.madang\/madang audit (check .*)$/gm)].map(
  ([, command = '']) => command,
);

/** The command line of a recipe, on a sample, with its files in a folder of their own. */
async function run(command: string) {
  const { words, flags } = parseArguments(
    command.split(' ').slice(1),
    new Set(Object.keys(checkVerb.switches ?? {})),
  );
  const [here, out] = [folderOf({ ...PACKAGE }), folderOf({})];
  const released = folderOf(PACKAGE);
  await check(here, `--write-baseline=${join(out, 'audit-baseline.json')}`);
  const placed = [...flags].map(([flag, value]) => {
    if (flag === 'since') return `--since=${released}`;
    return ['output', 'baseline', 'write-baseline'].includes(flag)
      ? `--${flag}=${join(out, value)}`
      : `--${flag}=${value}`;
  });
  expect(words).toEqual(['.']);
  for (const flag of flags.keys())
    expect({ ...checkVerb.flags, ...checkVerb.switches }).toHaveProperty([flag]);
  return { ...(await check(here, ...placed)), out, flags };
}

it('a code quality report names paths of the repository at whose root the command runs', async () => {
  const folder = join(import.meta.dirname, '../comparison/versions/new');
  const { printed } = await check(folder, '--format=gitlab');
  const issues = JSON.parse(printed) as { location: { path: string } }[];
  expect(issues[0]?.location.path).toBe(relative(process.cwd(), join(folder, 'pool.py')));
});

describe('the recipes', () => {
  it('are four files of YAML, each with a command', () => {
    const files = blocksOf(page, 'yaml').map(yamlOf);
    expect(files).toMatchObject([
      {
        repos: [
          { hooks: [{ entry: expect.stringContaining('audit check') as string, pass_filenames: false }] },
        ],
      },
      {
        jobs: { audit: { steps: expect.any(Array) as unknown[] } },
        permissions: { 'security-events': 'write' },
      },
      { audit: { artifacts: { reports: { codequality: 'audit-quality.json' } } } },
      { audit: { artifacts: { reports: { junit: 'audit.xml' } } } },
    ]);
    expect(commands).toHaveLength(8);
  });

  it.each(commands.map((command) => [command]))('%s does what it is there for', async (command) => {
    const { code, out, flags, said } = await run(command);
    expect(said).not.toContain('AUDIT_');
    const passes = ['baseline', 'write-baseline', 'new-only'].some((flag) => flags.has(flag));
    expect(code).toBe(passes || flags.get('fail-on') === 'never' ? 0 : 1);
    const output = flags.get('output');
    if (output !== undefined) expect(read(out, output)).toMatch(/L04/);
  });

  it('name the file that they write where it is read', () => {
    for (const name of ['audit.sarif', 'audit-quality.json', 'audit.xml'])
      expect(page.split(name).length - 1).toBeGreaterThanOrEqual(2);
  });
});

it('the settings that are shown are settings', () => {
  const [example = ''] = blocksOf(pageOf('settings.md'), 'yaml');
  const { success, data } = SettingsFile.safeParse(yamlOf(example));
  expect(success).toBe(true);
  expect(Object.keys(data ?? {}).toSorted()).toEqual(Object.keys(SettingsFile.shape).toSorted());
});
