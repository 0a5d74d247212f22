import { houseSettings, type VerbContext } from '@madang/system/verbs';
import { painter } from '../output/paint.ts';
import { pageText } from '../page-text/page-text.ts';
import { factsText, ruleFacts } from '../rule-facts/rule-facts.ts';
import { findRule } from './check-flags.ts';
import { explainUsage } from './errors.ts';
import { readRulePage } from '../catalogue/rule-page.ts';

/** What of a command line `explain` needs. */
export type ExplainContext = Pick<VerbContext, 'words' | 'flags' | 'settings' | 'print'>;

/** Lines that are wider are hard to read, however wide the terminal is. */
const WIDEST = 96;

/** Prints the page of a rule. Gives the exit code. */
export async function runExplain({ words, flags, settings, print }: ExplainContext): Promise<number> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw explainUsage({ given: words.length });
  const rule = findRule(id);
  const { language } = settings.of(houseSettings);
  const page = await readRulePage(rule, language);
  if (flags.has('json')) {
    print(JSON.stringify({ ...(await ruleFacts(rule)), page }, null, 2));
    return 0;
  }
  const paint = painter({ colour: process.stdout.isTTY && process.stdout.hasColors() });
  const width = Math.min(WIDEST, process.stdout.isTTY ? process.stdout.columns : 80);
  print(pageText(page, { width, paint }));
  return 0;
}

/** Prints the short facts of a rule. Gives the exit code. */
export async function tellFacts(id: string, { flags, settings, print }: ExplainContext): Promise<number> {
  const facts = await ruleFacts(findRule(id));
  const paint = painter({ colour: process.stdout.isTTY && process.stdout.hasColors() });
  print(
    flags.has('json')
      ? JSON.stringify(facts, null, 2)
      : factsText(facts, settings.of(houseSettings).language, paint),
  );
  return 0;
}
