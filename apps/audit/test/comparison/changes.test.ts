import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/check-run.ts';
import { formats } from '../output/every-format.ts';
import { readInput } from '../../src/reading/read-input.ts';
import { rules } from '../../src/rules/index.ts';

const folder = join(import.meta.dirname, 'versions');
const [before, after] = await Promise.all([readInput(join(folder, 'old')), readInput(join(folder, 'new'))]);
const run = checkFiles(after, { rules, older: before });
const [comparison] = run.comparison ?? [];
const told = (area: string) =>
  (comparison?.changes ?? [])
    .filter((change) => change.area === area)
    .map(
      ({ text, risky, at, isInOlder }) =>
        `${risky ? '!' : ' '} ${text.en} @${isInOlder ? '-' : ''}${at?.start.line ?? 0}`,
    );

describe('two versions of a contract', () => {
  it('are compared in what they keep', () => {
    expect(told('storage')).toEqual([
      '! _closed was VarDB "closed" of bool and is DictDB "closed" of bool @23',
      '  _fees is new: VarDB "fees" of int @24',
      '! _label held int and holds str @19',
      '! _members is gone: ArrayDB "members" of Address @-26',
      '! _rate was key "rate" and is key "rate_per_mille" @18',
      '! _seats had 1 level of keys and has 2 @21',
    ]);
  });

  it('are compared in what they offer', () => {
    expect(told('interface')).toEqual([
      '! Closed is gone: @eventlog @-17',
      '! Joined had indexed=1 and has indexed=2 @9',
      '  close takes _season, which is new and may be left out @62',
      '  collect is new: @external @75',
      '! isMember is gone: @external(readonly=True) @-54',
      "! join: _note left out was 'none' and is '' @69",
      '! label answered int and answers str @41',
      '  nudge is new: @external @81',
      '! on_update takes _season, which is new @30',
      '! seat takes _season, which is new @45',
      '! setLabel: parameter _label was int and is str @56',
      '! setRate: parameter _rate is called _value @49',
    ]);
  });

  it('are compared in their guards, however these are written', () => {
    expect(told('guards')).toEqual([
      '  close gained a guard: self.msg.sender != self.owner @63',
      '! setRate lost a guard: self.msg.sender != self._operator.get() @-38',
      '  collect, which is new, asks who calls: self.msg.sender != self.owner @75',
      '! nudge, which is new, is open to everybody: writes _seats @81',
    ]);
    const lost = comparison?.changes.find(({ kind }) => kind === 'lost');
    expect(lost?.effect?.en).toBe('What it stood before: writes _rate, emits RateChanged.');
  });

  it('do not differ from themselves', () => {
    const [same] = checkFiles(after, { rules, older: after }).comparison ?? [];
    expect(same).toMatchObject({ added: [], fixed: [], changes: [] });
    expect(same?.unchanged).toHaveLength(run.reports[0]?.findings.length ?? -1);
  });

  it('are told by the terminal and by JSON, in both languages', () => {
    for (const language of ['en', 'ko'] as const) {
      const text = formats.terminal(run, { language, colour: false });
      for (const change of comparison?.changes ?? []) expect(text).toContain(change.text[language]);
      const json = JSON.parse(formats.json(run, { language, colour: false })) as {
        comparison: { changes: { text: string }[]; new: string[] }[];
      };
      expect(json.comparison[0]?.changes.map((change) => change.text)).toEqual(
        comparison?.changes.map((change) => change.text[language]),
      );
      expect(json.comparison[0]?.new).toEqual(comparison?.added.map(({ fingerprint }) => fingerprint));
    }
  });
});

describe('other reports', () => {
  it('tell the same in Markdown and HTML', () => {
    const plain = (text: string) => text.replace(/<[^>]*>|&#?\w+;|[\\`*]/g, '');
    for (const language of ['en', 'ko'] as const) {
      const reports = [formats.markdown, formats.html].map((format) =>
        plain(format(run, { language, colour: false })),
      );
      for (const { name, text } of comparison?.changes ?? [])
        for (const report of reports) {
          expect(report).toContain(name);
          expect(report).toContain(plain(text[language]).split('"')[0]);
        }
    }
  });
});

describe('packages of two versions', () => {
  const at = (files: typeof after, root: string) =>
    files.map(({ path, bytes }) => ({ path: `${root}/${path}`, bytes }));

  it('are matched by their main class when their folder has another name', () => {
    const { comparison: all = [] } = checkFiles([...at(after, 'b'), ...at(before, 'c')], {
      rules: [],
      older: at(before, 'a'),
    });
    expect(all.map(({ root, olderRoot }) => [root, olderRoot])).toEqual([
      ['b', 'a'],
      ['c', undefined],
    ]);
  });

  it('that are gone are told, with all that was found in them', () => {
    const { comparison: all = [] } = checkFiles(at(after, 'a'), {
      rules,
      older: [...at(before, 'a'), ...at(before, 'z')],
    });
    expect(all.map(({ root, olderRoot }) => [root, olderRoot])).toEqual([
      ['a', 'a'],
      [undefined, 'z'],
    ]);
    expect(all[1]?.fixed.length).toBeGreaterThan(0);
  });
});
