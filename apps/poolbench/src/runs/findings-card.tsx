import { Card, Detail, UntrustedText, useLocale, useWords, type Fact } from '@madang/web';
import type { VNode } from 'preact';
import { ANSWERS } from '../report/html/terms.words.ts';
import type { ReportSection } from './report.schema.ts';
import { runsWords } from './runs.words.ts';

/** What the run allows to say, in its own sentences; checks that passed are counted. */
export function FindingsCard({ sections }: { sections: readonly ReportSection[] }): VNode {
  const t = useWords(runsWords);
  const { lang } = useLocale();
  const findings = sections.flatMap((section) => section.findings);
  const passed = findings.filter(({ answer }) => answer === 'passed').length;
  const said = findings.filter(({ answer }) => answer !== 'passed');
  return (
    <Card title={t('findings')}>
      {findings.length === 0 ? (
        <p>{t('noFindings')}</p>
      ) : (
        <Detail
          rows={[
            ...said.map(({ answer, sentence, korean }): Fact => ({
              label: `${ANSWERS[answer].sign} ${ANSWERS[answer][lang]}`,
              value:
                lang === 'ko' && korean !== null ? (
                  <UntrustedText text={korean} />
                ) : (
                  <span lang="en">
                    <UntrustedText text={sentence} />
                  </span>
                ),
              ...(answer === 'failed' && { tone: 'bad' as const }),
            })),
            ...(passed === 0
              ? []
              : [{ label: `✓ ${ANSWERS.passed[lang]}`, value: t('checksPassed', { count: passed }) }]),
          ]}
        />
      )}
    </Card>
  );
}
