import { describe, expect, it } from 'vitest';
import { defineRule, type Rule } from '../catalogue/rule.ts';
import { entryOf } from '../baseline/baseline.ts';
import { checkFiles, type CheckOptions } from '../check-run.ts';
import { NO_SETTINGS, type PackageSettings } from '../configuration/package-settings.ts';
import { rules } from '../rules/index.ts';
import { checklistLines } from './lines.ts';
import { lookers } from './looks/index.ts';
import type { LineVerdict } from './verdict.ts';
import { rulesFor } from './verdicts-of.ts';

/** Items that no rule judges: one was dropped from the list, the other asks what a range should be. */
const WITHOUT_RULES = ['CL-C20', 'CL-W01'];

describe('the lines', () => {
  it('stand in the order of the official list', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `CL-${letter}${String(index + 1).padStart(2, '0')}`);
    expect(checklistLines.map(({ id }) => id)).toEqual([...numbered('C', 20), ...numbered('W', 7)]);
  });

  it('are all that rules bear on', () => {
    const ids = new Set(checklistLines.map(({ id }) => id));
    expect(rules.flatMap(({ checklist }) => checklist).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are judged by rules, but for those that none can judge', () => {
    const judged = checklistLines.filter((line) => rulesFor(line).length > 0).map(({ id }) => id);
    expect(checklistLines.map(({ id }) => id).filter((id) => !judged.includes(id))).toEqual(WITHOUT_RULES);
  });

  it('have something to look at, each', () => {
    expect([...lookers.keys()]).toEqual(checklistLines.map(({ id }) => id));
  });
});

const contract = (body: string, head = 'IconScoreBase') => `from iconservice import *


class Shop(${head}):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._open = VarDB('open', db, bool)

${body
  .split('\n')
  .map((line) => `    ${line}`.trimEnd())
  .join('\n')}
`;

const QUIET = `@external(readonly=True)
def isOpen(self) -> bool:
    return self._open.get()`;

function verdicts(text: string, ran: readonly Rule[] = rules, manifest?: string): Map<string, LineVerdict> {
  const bytes = (content: string) => new TextEncoder().encode(content);
  const files = [
    { path: 'shop.py', bytes: bytes(text) },
    ...(manifest === undefined ? [] : [{ path: 'package.json', bytes: bytes(manifest) }]),
  ];
  const run = checkFiles(files, { rules: ran });
  const [report] = run.reports;
  return new Map(report!.checklist.map((verdict) => [verdict.line.id, verdict]));
}

const told = ({ verdict, why }: LineVerdict) => `${verdict}: ${why.en}`;

describe('a verdict', () => {
  it('passes a prohibition where there is nothing of the kind, and says so', () => {
    const line = verdicts(contract(QUIET)).get('CL-C13')!;
    expect(told(line)).toBe('pass: L07 found nothing that would fail it.');
    expect(line.seen).toEqual([
      { text: { en: 'No event is declared.', ko: '선언한 이벤트가 없습니다.' }, at: [] },
    ]);
  });

  it('passes with what was looked at, and where', () => {
    const body = `@eventlog(indexed=1)
def Opened(self, by: Address):
    pass

@external
def open(self) -> None:
    self._open.set(True)
    self.Opened(self.msg.sender)`;
    const { seen } = verdicts(contract(body)).get('CL-C13')!;
    expect(
      seen.map(({ text, at }) => [text.en, at.map(({ file, start }) => `${file}:${start.line}`)]),
    ).toEqual([['1 event is declared: `Opened`', ['shop.py:10']]]);
  });

  it('does not apply where there is nothing that could do its duty', () => {
    const all = verdicts(contract(QUIET));
    expect(told(all.get('CL-C09')!)).toContain('absent: No contract has three of the six methods');
    expect(told(all.get('CL-W07')!)).toBe('absent: No ICX is sent and no other contract is called.');
    expect(told(all.get('CL-C20')!)).toBe('absent: The item was removed from the list.');
  });

  it('fails a critical line by what is found for sure, and warns on a warning line', () => {
    const body = `@external
def pay(self, to: Address, text: str) -> None:
    self.icx.send(to, hash(text))
    self._open.set(True)`;
    const all = verdicts(contract(body));
    expect(told(all.get('CL-C07')!)).toBe('fail: D06 found 1 place.');
    expect(all.get('CL-C07')!.findings.map(({ rule, at }) => [rule, at.start.line])).toEqual([['D06', 11]]);
    expect(told(all.get('CL-W04')!)).toBe('warning: F03 found 1 place.');
  });

  it('leaves to a person what a comment takes out', () => {
    const body = `@external(readonly=True)
def key(self, text: str) -> int:
    return hash(text)  # madang: ignore[D06] only a hint for wallets`;
    const line = verdicts(contract(body)).get('CL-C07')!;
    expect(told(line)).toBe('human: What D06 found is suppressed.');
    expect(line.suppressed.map(({ reason }) => reason)).toEqual(['only a hint for wallets']);
  });

  it.each([
    ['high', 'low', 'CL-C13', 'human'],
    ['low', 'high', 'CL-C13', 'human'],
    ['medium', 'medium', 'CL-C13', 'fail'],
    ['info', 'high', 'CL-C13', 'pass'],
    ['low', 'medium', 'CL-W06', 'warning'],
    ['high', 'low', 'CL-W06', 'human'],
    ['info', 'high', 'CL-W06', 'pass'],
  ] as const)('weighs severity %s with confidence %s on %s as %s', (severity, confidence, id, verdict) => {
    const replaced = id === 'CL-C13' ? 'L07' : 'S12';
    const words = { title: { en: 'T', ko: 'T' }, advice: { en: 'A', ko: 'A' } };
    const finds = defineRule({
      id: replaced,
      name: 'made-up',
      severity,
      confidence,
      checklist: [id],
      words,
      check({ contracts }, report) {
        for (const { cls } of contracts)
          report({ module: cls.module, node: cls.node }, { en: () => 'Here.', ko: () => '여기.' }, {});
      },
    });
    const ran = rules.map((rule) => (rule.id === replaced ? finds : rule));
    expect(verdicts(contract(QUIET), ran).get(id)!.verdict).toBe(verdict);
  });

  it('is a person’s where rules did not run, and still fails by those that did', () => {
    const only = rules.filter(({ id }) => id === 'D06');
    expect(told(verdicts(contract(QUIET), only).get('CL-C13')!)).toBe('human: L07 did not run.');
    const body = `@external(readonly=True)
def key(self, text: str) -> int:
    return hash(text)`;
    expect(verdicts(contract(body), only).get('CL-C07')!.verdict).toBe('fail');
  });

  it('is a person’s where a rule failed', () => {
    const ran = rules.map((rule) =>
      rule.id === 'L07'
        ? {
            ...rule,
            check: () => {
              throw new Error('broken');
            },
          }
        : rule,
    );
    const all = verdicts(contract(QUIET), ran);
    expect(told(all.get('CL-C13')!)).toBe('human: L07 failed on this package.');
    expect(all.get('CL-C15')!.verdict).toBe('absent');
  });

  it('is a person’s where something could not be read, on every line that does not fail anyway', () => {
    const all = verdicts(
      `${contract(`${QUIET}\n\n@external\ndef pay(self, text: str) -> None:\n    self._open.set(hash(text) > 0)`)}\ndef (:\n`,
    );
    expect(all.get('CL-C07')!.verdict).toBe('fail');
    const others = [...all.values()].filter(({ verdict }) => verdict !== 'fail' && verdict !== 'warning');
    expect(others.map(({ verdict }) => verdict).every((verdict) => verdict === 'human')).toBe(true);
    expect(others[0]!.open[0]!.at[0]!.file).toBe('shop.py');
  });

  it('is a person’s where a class is not seen as a whole', () => {
    const line = verdicts(contract(QUIET, 'Market')).get('CL-C17')!;
    expect(line.verdict).not.toBe('pass');
    const known = verdicts(contract(QUIET, 'IconScoreBase, Market')).get('CL-C17')!;
    expect(told(known)).toBe('human: `Shop` derives from a class that is not in the package.');
  });

  it('is a person’s where a package has no contract, and does not apply to a library', () => {
    const helper = 'def double(n: int) -> int:\n    return n * 2\n';
    const manifest = '{"version": "0.0.1", "main_module": "shop", "main_score": "Shop"}';
    expect(told(verdicts(helper, rules, manifest).get('CL-C01')!)).toBe(
      'human: No contract was found in the package.',
    );
    expect(told(verdicts(helper).get('CL-C01')!)).toContain('absent: There is no contract here');
    expect(verdicts(helper).get('CL-C03')!.verdict).toBe('pass');
  });

  it('is a person’s where no rule judges', () => {
    const body = `@external
def setOpen(self, flag: bool, isReally: int) -> None:
    if self.msg.sender != self.owner:
        revert('no')
    self._open.set(flag)`;
    const line = verdicts(contract(body)).get('CL-W01')!;
    expect(told(line)).toBe('human: No rule judges this.');
    expect(line.open.map(({ text }) => text.en)).toEqual([
      'Whether `setOpen(flag, isReally)` checks the range and the meaning of what it is given',
    ]);
  });

  it('does not believe that a module from outside reaches nothing', () => {
    const all = verdicts(`import sysconfig\n${contract(QUIET)}`);
    expect(all.get('CL-C03')!.verdict).toBe('fail');
    expect(told(all.get('CL-C05')!)).toBe('human: The rules do not see all of it.');
  });

  describe('does not come out better', () => {
    const body = `@external(readonly=True)
def key(self, text: str) -> int:
    return hash(text)`;
    const files = [{ path: 'shop.py', bytes: new TextEncoder().encode(contract(body)) }];
    const verdictOn = (id: string, options: Omit<CheckOptions, 'rules'>) => {
      const [report] = checkFiles(files, { rules, ...options }).reports;
      return told(report!.checklist.find(({ line }) => line.id === id)!);
    };
    const settings = (own: Partial<PackageSettings>) => ({ settingsOf: () => ({ ...NO_SETTINGS, ...own }) });

    it('by a baseline', () => {
      const baseline = checkFiles(files, { rules }).reports.flatMap(({ findings }) => findings.map(entryOf));
      expect(baseline.map(({ rule }) => rule)).toContain('D06');
      expect(verdictOn('CL-C07', { baseline })).toBe('fail: D06 found 1 place.');
    });

    it('by settings that make it light, or turn it off', () => {
      const lighter = settings({ severities: new Map([['D06', 'info']]) });
      expect(verdictOn('CL-C07', lighter)).toBe('human: What D06 found is uncertain, or weighs little.');
      const off = settings({ off: new Map([['D06', 'we know']]) });
      expect(verdictOn('CL-C07', off)).toBe('human: D06 did not run.');
    });
  });
});
