import { Marked, type Token, type Tokens } from 'marked';
import type { VNode } from 'preact';
import type { Rule } from '../../catalogue/rule.ts';
import type { CheckRun } from '../../check-run.ts';
import { leftOut } from '../left-out.ts';
import { readRulePageNow, withoutMarks } from '../../catalogue/rule-page.ts';
import { reportWords, type Language } from './report.words.ts';
import { Sentence } from './text.tsx';

/** The pages of rules are the house's own text, so their HTML is trusted. Their headings stand below the report's. */
const markdown = new Marked({
  walkTokens(token) {
    if (isHeading(token)) token.depth += 1;
  },
});

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** The page of every rule that found something, to be opened; a link to what is inside opens it. */
export function RuleHelp({ run, language }: { run: CheckRun; language: Language }): VNode | null {
  const told = new Set(
    run.reports.flatMap((report) => [
      ...report.findings.map(({ rule }) => rule),
      ...leftOut(report).flatMap(({ items }) => items.map(({ finding }) => finding.rule)),
    ]),
  );
  const rules = run.rules.filter(({ id }) => told.has(id));
  if (rules.length === 0) return null;
  return (
    <section class="rules">
      <h2>{reportWords(language)('rules')}</h2>
      {rules.map((rule) => (
        <details key={rule.id}>
          <summary>
            <span class="rule">{rule.id}</span> <Sentence text={rule.words.title[language]} />
          </summary>
          <div
            class="help"
            id={`rule-${rule.id}`}
            dangerouslySetInnerHTML={{ __html: helpOf(rule, language) }}
          />
        </details>
      ))}
    </section>
  );
}

/** The page without its title, which the summary says. */
const helpOf = (rule: Rule, language: Language): string =>
  markdown.parse(withoutMarks(readRulePageNow(rule, language)).replace(/^# .*\n/, ''), { async: false });
