import stringWidth from 'string-width';
import type { Text } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { checklistLines } from '../checklist/lines.ts';
import type { Paint } from '../output/paint.ts';
import { samplesOf, type SampleFacts } from './samples-of.ts';

/** What is known of a rule in short. */
export interface RuleFacts {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly advice: Text;
  readonly severity: Rule['severity'];
  readonly confidence: Rule['confidence'];
  /** Lines of the official checklist that it bears on. */
  readonly checklist: readonly { readonly id: string; readonly title: Text }[];
  readonly samples: readonly SampleFacts[];
}

export async function ruleFacts(rule: Rule): Promise<RuleFacts> {
  const { id, name, severity, confidence, words } = rule;
  return {
    ...{ id, name, title: words.title, advice: words.advice, severity, confidence },
    checklist: checklistLines
      .filter((line) => rule.checklist.includes(line.id))
      .map((line) => ({ id: line.id, title: line.title })),
    samples: await samplesOf(rule),
  };
}

/** The facts as lines for people. */
export function factsText(facts: RuleFacts, language: 'en' | 'ko', paint: Paint): string {
  const { id, title, advice, severity, confidence, checklist, samples } = facts;
  const rows: readonly (readonly [Text, string])[] = [
    [NAMES.severity, severity],
    [NAMES.confidence, confidence],
    ...checklist.map((line) => [NAMES.checklist, `${line.id} ${line.title[language]}`] as const),
    [NAMES.advice, advice[language]],
    ...samples.map((sample) => [NAMES.sample, sampleText(sample, language)] as const),
    [NAMES.page, `./madang audit explain ${id}`],
  ];
  const head = paint('bold', `${id} ${title[language]}`);
  return [
    head,
    ...rows.map(
      ([name, text]) =>
        `  ${paint('gray', name[language] + ' '.repeat(11 - stringWidth(name[language])))} ${text}`,
    ),
  ].join('\n');
}

const NAMES = {
  severity: { en: 'severity', ko: '심각도' },
  confidence: { en: 'confidence', ko: '확신' },
  checklist: { en: 'checklist', ko: '체크리스트' },
  advice: { en: 'instead', ko: '고치는 법' },
  sample: { en: 'sample', ko: '예제' },
  page: { en: 'page', ko: '설명' },
} as const satisfies Readonly<Record<string, Text>>;

function sampleText({ name, found, alike, todo }: SampleFacts, language: 'en' | 'ko'): string {
  const parts = [
    [found, { en: 'found', ko: '찾는 줄' }],
    [alike, { en: 'alike and right', ko: '비슷하지만 올바른 줄' }],
    [todo, { en: 'known to come out otherwise', ko: '아직 다르게 나오는 줄' }],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => (language === 'ko' ? `${what.ko} ${count}` : `${count} ${what.en}`));
  return told.length === 0 ? name : `${name} (${told.join(', ')})`;
}
