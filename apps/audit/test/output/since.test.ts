import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/check-run.ts';
import { rules } from '../../src/rules/index.ts';
import { formats } from './every-format.ts';
import { check, teachingFiles } from './packages.ts';
import { sarifOf } from './sarif-log.ts';
import { twoVersions } from './two-versions.ts';

describe('two versions', () => {
  const { added, fixed, unchanged, changes } = twoVersions.comparison![0]!;
  const [log] = sarifOf(twoVersions).runs;
  const fingerprints = (state: string) =>
    log.results
      .filter(({ baselineState }) => baselineState === state)
      .map(({ partialFingerprints }) => partialFingerprints['madangFinding/v1']);

  it('are told apart in SARIF: new, unchanged and absent, which are in the older one', () => {
    expect([added, fixed, unchanged].map(({ length }) => length > 0)).toEqual([true, true, true]);
    for (const [state, findings] of Object.entries({ new: added, unchanged, absent: fixed }))
      expect(fingerprints(state)).toEqual(findings.map(({ fingerprint }) => fingerprint));
    const roots = log.results.map(({ baselineState, locations }) => [
      baselineState === 'absent',
      locations[0].physicalLocation.artifactLocation.uriBaseId === '%OLDERROOT%',
    ]);
    expect(roots.every(([isAbsent, isOlder]) => isAbsent === isOlder)).toBe(true);
    expect(Object.keys(log.originalUriBaseIds)).toEqual(['%SRCROOT%', '%OLDERROOT%']);
    expect(Object.keys(sarifOf(check([])).runs[0].originalUriBaseIds)).toEqual(['%SRCROOT%']);
  });

  it('have their changes of storage, interface and guards in the run of SARIF', () => {
    const [since] = log.properties.since!;
    expect(since).toMatchObject({ package: '', new: added.length, fixed: fixed.length });
    expect(since!.changes.map(({ area, text }) => `${area} ${text}`)).toEqual(
      changes.map(({ area, text }) => `${area} ${text.en}`),
    );
    expect(since!.changes.map(({ area }) => area)).toEqual(
      expect.arrayContaining(['storage', 'interface', 'guards']),
    );
  });

  it('are told in JUnit: new ones by their type, fixed ones and changes at the end of the suite', () => {
    const text = formats.junit(twoVersions, { language: 'en', colour: false });
    const told = added.filter(({ severity }) => severity !== 'info');
    expect(text.match(/<failure[^>]* confidence, new"/g)).toHaveLength(told.length);
    const [, end = ''] =
      /<system-out>((?:(?!<system-out>)[^])*)<\/system-out>\n {2}<\/testsuite>/.exec(text) ?? [];
    expect(end).toContain(`${added.length} new, ${fixed.length} fixed, ${unchanged.length} unchanged`);
    for (const { rule, at } of fixed) expect(end).toMatch(new RegExp(`- \\w+ ${rule} .*:${at.start.line}`));
    for (const { name } of changes) expect(end).toContain(name);
  });

  it('name a package that is gone in both', () => {
    const only = (folder: string) => teachingFiles().filter(({ path }) => path.startsWith(`${folder}/`));
    const run = checkFiles(only('chip'), { rules, older: [...only('chip'), ...only('welcome')] });
    expect(formats.junit(run, { language: 'en', colour: false })).toMatch(
      /<testsuite name="welcome" tests="0"[^]*the package is gone/,
    );
    expect(sarifOf(run).runs[0].properties.since!.map(({ package: name }) => name)).toEqual(['chip', null]);
  });

  it('do not call fixed what is only suppressed', () => {
    const text = (end: string) => [
      { path: 'a.py', bytes: new TextEncoder().encode(`key = hash('x')${end}\n`) },
    ];
    const suppressed = text('  # madang: ignore[D06] for a reason');
    const [compared] = checkFiles(suppressed, { rules, older: text('') }).comparison!;
    const before = check(text('')).reports[0]!.findings.map(({ rule }) => rule);
    expect(before).toContain('D06');
    expect(compared!.fixed.map(({ rule }) => rule)).not.toContain('D06');
    expect(compared!.added).toEqual([]);
  });
});
