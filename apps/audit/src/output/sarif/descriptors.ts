import type { Confidence, Severity } from '../../catalogue/finding.ts';
import type { Rule } from '../../catalogue/rule.ts';
import type { CheckRun } from '../../check-run.ts';
import { allFindings } from '../../checklist/obstacles.ts';
import { TOOL_TITLES } from '../names.ts';
import { readRulePageNow } from '../../catalogue/rule-page.ts';
import { LEVELS } from './results.ts';

type Language = 'en' | 'ko';

export const CHECKLIST_COMPONENT = 'Official audit checklist of Python SCOREs';

/** Scores by which code hosts sort, on the scale of CVSS. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.5',
};

const PRECISIONS: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };

/** The rules that ran, and what the tool itself has to say in this check. */
export function descriptors({ rules, reports, comparison = [] }: CheckRun, language: Language) {
  const told = [...reports.flatMap(allFindings), ...comparison.flatMap(({ fixed }) => fixed)];
  const said = new Set(told.map(({ rule }) => rule));
  const own = [...TOOL_TITLES].filter(([id]) => said.has(id));
  return [
    ...rules.map((rule) => descriptor(rule, language)),
    ...own.map(([id, title]) => ({ id, shortDescription: { text: title[language] } })),
  ];
}

function descriptor(rule: Rule, language: Language) {
  const { id, name, severity, confidence, checklist, words } = rule;
  return {
    id,
    name: name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: words.title[language] },
    fullDescription: { text: words.advice[language] },
    help: {
      text: `${words.title[language]}. ${words.advice[language]}`,
      markdown: readRulePageNow(rule, language),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    relationships: checklist.map((line) => ({
      target: { id: line, toolComponent: { name: CHECKLIST_COMPONENT } },
      kinds: ['relevant'],
    })),
    properties: {
      severity,
      confidence,
      checklist: [...checklist],
      tags: ['security', 'python-score'],
      precision: PRECISIONS[confidence],
      'security-severity': SCORES[severity],
    },
  };
}
