import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoHouse, run } from '../../test/run-command.ts';
import type { Verb } from './verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']]])(
    'of the house for %j: commands, systems, roles, settings, examples',
    async (argv) => {
      const { code, printed, said } = await run(argv);
      expect([code, said]).toEqual([0, '']);
      for (const line of [
        /^Madang: small back-end systems around one courtyard\.$/m,
        /^ {2}\.\/madang serve +start everything under one supervisor/m,
        /^ {2}\.\/madang config print +every setting/m,
        /^ {2}\.\/madang demo +A system with one of everything\.$/m,
        /^ {2}npm start$/m,
        /^ {2}\.\/madang serve --port 8080 --data \/var\/lib\/madang$/m,
        /^ {2}database \(\+0\), http \(\+1\)$/m,
        /^ {2}--port +Port of the web\.$/m,
        /MADANG_PORT, 3000$/m,
        /^ {2}--demo-greeting +First word of a greeting\.$/m,
        /MADANG_DATABASE_URL, not set$/m,
      ])
        expect(printed).toMatch(line);
      expect(printed.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
    },
  );

  it('of a system has its verbs and the commands that every system has', async () => {
    const { printed } = await run(['demo', '--help']);
    expect(printed).toMatch(/^Demo: A system with one of everything\.$/m);
    expect(printed).toMatch(/^ {2}\.\/madang demo greet +greets somebody$/m);
    expect(printed).toMatch(/^ {2}\.\/madang demo doctor +compare/m);
  });

  it.each([
    [
      ['demo', 'greet', '--help'],
      /^\.\/madang demo greet: greets somebody$/m,
      /^ {2}--name NAME +Who is greeted\.$/m,
    ],
    [['serve', '--help'], /^\.\/madang serve: start everything/m, /^ {2}--role ROLE +One role alone/m],
    [['start', '--help'], /^\.\/madang serve: /m, /^ {2}--operations-port +Port on the loopback/m],
    [['generate', '-h'], /^\.\/madang generate: /m, /^ {2}--check +Write nothing/m],
    [['config', 'print', '--help'], /^\.\/madang config print: /m, /^ {2}\.\/madang config print --json$/m],
  ])('of %j has its flags and examples', async (argv, title, flag) => {
    const { code, printed } = await run(argv);
    expect(code).toBe(0);
    expect(printed).toMatch(title);
    expect(printed).toMatch(flag);
    expect(printed).toMatch(/^Examples$/m);
  });
});

describe('wrong usage', () => {
  it.each([
    [['migarte'], /There is no command "migarte" \(did you mean migrate\?\)\. See/],
    [['confg', 'print'], /did you mean config print\?/],
    [['config'], /There is no command "config"/],
    [['demo', 'gret'], /did you mean greet\?/],
    [['demmo', 'greet'], /did you mean demo\?/],
    [['start\u001b[2J\nnow'], /There is no command "start\\u\{1b\}\[2J\\u\{a\}now"/],
    [['toString'], /There is no command "toString"/],
    [['migrate', 'everything'], /"migrate" does not know what to do with "everything"/],
    [
      ['serve', '--role', 'htpp'],
      /There is no role "htpp" here \(did you mean http\?\); the roles are database, http/,
    ],
    [['serve', '--role'], /--role: needs a value/],
    [['--port=1', '--port=2', 'serve'], /--port: given twice/],
    [['-p', '1', 'serve'], /flags have two dashes/],
    [['--port', '3'], /"--port" belongs to a command, and there is none/],
    [['demo', '--prot', '3'], /"--prot" belongs to a command, and there is none/],
  ])('%j is told, with what was probably meant, and ends with 2', async (argv, message) => {
    const { code, printed, said } = await run(argv);
    expect(said).toMatch(message);
    expect([code, printed]).toEqual([2, '']);
  });
});

describe('settings', () => {
  it('that are not usable are told all at once, and end with 1', async () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, 'workers: 0\ndemo:\n  greting: Hi\n');
    const { code, said } = await run(
      ['serve', '--port', '99999', '--prot', '1', '--rle', 'http', '--config', file],
      { MADANG_TIMEZONE: 'Mars/Olympus', MADANG_DATABASE_URL: 'mysql://user:hunter2@host/db' },
    );
    expect(code).toBe(1);
    expect(said).toMatch(/CONFIG_INVALID: 7 settings are not usable; nothing was started or changed/);
    for (const fault of [
      '--port is "99999": must be a whole number from 1 to 65535',
      '--prot is no setting; did you mean --port?',
      '--rle is no setting; did you mean --role?',
      `workers in ${file} is "0" (in processes)`,
      `demo.greting in ${file} is no setting; did you mean demo.greeting?`,
      'MADANG_TIMEZONE is "Mars/Olympus"',
      'MADANG_DATABASE_URL is (secret)',
    ])
      expect(said).toContain(fault);
    expect(said).not.toContain('hunter2');
  });

  it('are printed with value and source, and without secrets', async () => {
    const environment = {
      DATABASE_URL: 'postgres://user:hunter2@host/db',
      MADANG_DEMO_GREETING: 'Hi\u001b[2J',
    };
    const { code, printed } = await run(['config', 'print', '--port', '8080'], environment);
    expect(code).toBe(0);
    expect(printed).toMatch(/^port +8080 +--port +Port of the web\.$/m);
    expect(printed).toMatch(/^databaseUrl +•••••• +DATABASE_URL /m);
    expect(printed).toMatch(/^demo\.greeting +Hi\\u\{1b\}\[2J +MADANG_DEMO_GREETING /m);
    expect(printed).toMatch(/^workers +2 processes +default /m);
    expect(printed).not.toContain('hunter2');
    const json = JSON.parse((await run(['config', 'print', '--json'], environment)).printed) as unknown[];
    expect(json).toContainEqual(
      expect.objectContaining({ key: 'databaseUrl', value: '••••••', source: 'other tool' }),
    );
  });

  it('come from the file that --config names', async () => {
    const file = join(folder, 'good.yaml');
    writeFileSync(file, 'demo:\n  greeting: Annyeong\n');
    expect((await run(['demo', 'greet', '--config', file])).printed).toBe('Annyeong you\n');
    const missing = await run(['demo', 'greet', '--config', join(folder, 'none.yaml')]);
    expect(missing.code).toBe(1);
    expect(missing.said).toMatch(
      /CONFIG_FILE_UNREADABLE: The settings file .*none\.yaml cannot be read: ENOENT/,
    );
  });
});

describe('a verb', () => {
  it('takes flags, switches, words and settings, and prints data apart from words for people', async () => {
    const argv = ['demo', 'greet', '--loud', 'dear', 'friend', '--name', 'Mina', '--demo-greeting=Hi'];
    expect(await run(argv)).toEqual({ code: 0, printed: 'HI MINA DEAR FRIEND\n', said: 'greeting\n' });
  });

  it('refuses flags that are not its own', async () => {
    const { code, said } = await run(['demo', 'count', '--loud']);
    expect(code).toBe(1);
    expect(said).toContain('--loud is no setting');
  });
});

describe('a verb of the house', () => {
  const verb = (name: string): Verb => ({
    ...{ name, summary: `does ${name}`, examples: [name], lists: { with: 'What with.' } },
    flags: { port: 'Another port than that of the web.' },
    run({ flags, words, dataFolder, print }) {
      print([name, ...words, flags.get('port'), flags.get('with'), dataFolder].join(' '));
      return Promise.resolve(0);
    },
  });
  const house = { ...demoHouse(), verbs: [verb('desk'), verb('desk record')] };

  it('is called by its name, the longest one that fits, with flags of its own', async () => {
    const argv = ['desk', 'record', 'all', '--port', '7', '--with', 'a', '--with=b', '--data', '/somewhere'];
    expect(await run(argv, {}, house)).toEqual({
      ...{ code: 0, said: '', printed: 'desk record all 7 a,b /somewhere\n' },
    });
    expect((await run(['desk', '--data', '/x'], {}, house)).printed).toBe('desk   /x\n');
  });

  it('stands in the help of the house, has its own, and is none of a system', async () => {
    expect((await run(['--help'], {}, house)).printed).toMatch(/^ {2}\.\/madang desk +does desk$/m);
    const { printed } = await run(['desk', '--help'], {}, house);
    expect(printed).toMatch(/^ {2}--with WITH +What with\. May be given several times\.$/m);
    expect(printed.match(/^ {2}--port .*$/gm)).toEqual([expect.stringContaining('PORT')]);
    expect((await run(['demo', 'desk'], {}, house)).said).toMatch(/There is no command "desk"/);
    expect((await run(['dsk'], {}, house)).said).toMatch(/did you mean desk\?/);
  });
});
