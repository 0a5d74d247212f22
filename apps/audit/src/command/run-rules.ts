import { houseSettings, type VerbContext } from '@madang/system';
import { rules } from '../rules/index.ts';
import { listRules } from '../rule-list/list-rules.ts';
import { ruleUnknown, rulesUsage } from './errors.ts';
import { readRulePage } from './rule-page.ts';

/** Lists the rules, or prints the page of one. Gives the exit code. */
export async function runRules({ words, flags, settings, print }: VerbContext): Promise<number> {
  const [id, ...more] = words;
  if (more.length > 0) throw rulesUsage({ given: words.length });
  const { language } = settings.of(houseSettings);
  if (id !== undefined) {
    const rule = rules.find((candidate) => candidate.id === id.toUpperCase());
    if (rule === undefined) throw ruleUnknown({ id });
    print(await readRulePage(rule, language));
    return 0;
  }
  const items = listRules(null, rules.length);
  if (flags.has('json')) print(JSON.stringify(items));
  else
    for (const { id: one, severity, title } of items)
      print(`${one}  ${severity.padEnd(8)}  ${title[language]}`);
  return 0;
}
