import { houseSettings, type VerbContext } from '@madang/system/verbs';
import { rules } from '../rules/index.ts';
import { listRules } from '../rule-list/list-rules.ts';
import { rulesUsage } from './errors.ts';
import { tellFacts } from './run-explain.ts';

/** Lists the rules, or tells the facts of one. Gives the exit code. */
export async function runRules(
  context: Pick<VerbContext, 'words' | 'flags' | 'settings' | 'print'>,
): Promise<number> {
  const { words, flags, settings, print } = context;
  const [id, ...more] = words;
  if (more.length > 0) throw rulesUsage({ given: words.length });
  if (id !== undefined) return tellFacts(id, context);
  const { language } = settings.of(houseSettings);
  const items = listRules({}, null, rules.length);
  if (flags.has('json')) print(JSON.stringify(items));
  else
    for (const { id: one, severity, title } of items)
      print(`${one}  ${severity.padEnd(8)}  ${title[language]}`);
  return 0;
}
