import { stripVTControlCharacters } from 'node:util';
import { resolveSettings } from '@madang/config';
import { explain } from '@madang/errors';
import { houseSettings } from '@madang/system';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { readRulePage } from '../../src/catalogue/rule-page.ts';
import { runExplain } from '../../src/command/run-explain.ts';
import { runRules } from '../../src/command/run-rules.ts';
import { painter } from '../../src/output/paint.ts';
import { pageText } from '../../src/page-text/page-text.ts';
import { rules } from '../../src/rules/index.ts';

async function tell(
  run: typeof runExplain,
  words: string[],
  flags: string[] = [],
  language = 'en',
): Promise<string> {
  const printed: string[] = [];
  await run({
    words,
    flags: new Map(flags.map((flag) => [flag, 'yes'])),
    settings: resolveSettings([houseSettings], {
      flags: new Map([['language', language]]),
      environment: {},
      file: null,
    }),
    print: (line) => void printed.push(line),
  });
  return printed.join('\n');
}

/** The words of a page without what is Markdown about them. */
const wordsOf = (text: string) =>
  text
    .replace(/^```.*$|^#+ |^\s*(?:[-*•]|\d+\.) |[`*_]/gm, '')
    .split(/\s+/)
    .filter((word) => !/^(?:#*|[-•]|\d+\.)$/.test(word));

describe.each(rules.map((rule) => [rule.id, rule] as const))('explain %s', (_, rule) => {
  it.each(['en', 'ko'] as const)('shows all of the page (%s), in lines that fit', async (language) => {
    const page = await readRulePage(rule, language);
    const plain = pageText(page, { width: 80, paint: painter({ colour: false }) });
    expect(wordsOf(plain)).toEqual(wordsOf(page));
    const wide = plain.split('\n').filter((line) => stringWidth(line) > 80 && !line.startsWith('    '));
    expect(wide.filter((line) => line.trim().includes(' ') && !/^(?:• |\d+\. |\s+)?\S+$/.test(line))).toEqual(
      [],
    );
    const coloured = pageText(page, { width: 80, paint: painter({ colour: true }) });
    expect(coloured).toContain('\u001b[');
    expect(wordsOf(stripVTControlCharacters(coloured))).toEqual(wordsOf(page));
  });

  it('has facts, with all its samples', async () => {
    const facts = JSON.parse(await tell(runRules, [rule.id], ['json'])) as {
      samples: { kind: string; found: number }[];
      checklist: { id: string }[];
    };
    expect(facts.checklist.map(({ id }) => id)).toEqual([...rule.checklist].toSorted());
    const bad = facts.samples.filter(({ kind }) => kind === 'bad');
    expect(bad.length).toBeGreaterThanOrEqual(2);
    expect(bad.some(({ found }) => found > 0)).toBe(true);
  });
});

describe('explain and rules', () => {
  it('take an id however it is written, and tell what may be meant by another', async () => {
    expect(await tell(runExplain, ['q04'])).toMatch(/^Q04 Values are compared with is\n/);
    const refusal = await tell(runExplain, ['Q0']).catch((error: unknown) => explain(error));
    expect(refusal).toMatch(/AUDIT_RULE_USAGE: There is no rule "Q0" \(did you mean Q0\d/);
    await expect(tell(runExplain, [])).rejects.toMatchObject({ code: 'AUDIT_EXPLAIN_USAGE' });
  });

  it('give facts for people, and the page in JSON', async () => {
    const facts = await tell(runRules, ['L01']);
    expect(facts).toContain('severity    critical');
    expect(facts).toContain('checklist   CL-C14 ');
    expect(facts).toMatch(/sample {6}bad\.py \(\d+ found/);
    const json = JSON.parse(await tell(runExplain, ['L01'], ['json'], 'ko')) as { id: string; page: string };
    expect(json.id).toBe('L01');
    expect(json.page).toMatch(/^# L01 /);
    expect((await tell(runRules, [])).split('\n')).toHaveLength(rules.length);
  });
});
