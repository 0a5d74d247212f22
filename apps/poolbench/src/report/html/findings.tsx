import type { VNode } from 'preact';
import { TITLES } from '../../scenario/titles.ts';
import type { Verdict } from '../../record/schema/verdict.schema.ts';
import { settingsToPaste } from '../advice.ts';
import type { Section } from '../report.ts';
import type { Say } from './html.words.ts';
import { sentenceOf } from './sentence.ts';
import type { Source } from './source.ts';
import { ANSWERS } from './terms.words.ts';
import { Lines, Text } from './text.tsx';

/** A scenario's number and title. */
export function titleOf(scenario: string, { lang }: Source, t: Say): string {
  if (scenario === 'run') return t('wholeRun');
  return scenario in TITLES ? `${scenario} ${TITLES[scenario as keyof typeof TITLES][lang]}` : scenario;
}

/** The sentences of the verdicts, by scenario. */
export function Findings({ source, t }: { source: Source; t: Say }): VNode {
  const sections = source.report.sections.filter(({ verdicts }) => verdicts.length > 0);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('findings')}</h2>
      {sections.length === 0 && <p class="muted">{t('noFindings')}</p>}
      {sections.map((section) => (
        <FindingsOfScenario section={section} source={source} t={t} />
      ))}
      <Paste source={source} t={t} />
    </section>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly source: Source;
  readonly t: Say;
}

// A check that failed speaks against all the rest, so it comes first.
function FindingsOfScenario({ section: { scenario, verdicts }, source, t }: SectionProps): VNode {
  const failed = verdicts.filter(({ answer }) => answer === 'failed');
  const passed = verdicts.filter(({ answer }) => answer === 'passed');
  const others = verdicts.filter(({ subject }) => subject !== 'check');
  return (
    <section class="scenario">
      <h3>{titleOf(scenario, source, t)}</h3>
      {failed.length + others.length > 0 && <Verdicts verdicts={[...failed, ...others]} source={source} />}
      {passed.length > 0 && (
        <details>
          <summary>✓ {t('checksPassed', { count: passed.length })}</summary>
          <Verdicts verdicts={passed} source={source} />
        </details>
      )}
    </section>
  );
}

function Verdicts({ verdicts, source }: { verdicts: readonly Verdict[]; source: Source }): VNode {
  return (
    <ul class="verdicts">
      {verdicts.map((verdict) => {
        const { sign, ...word } = ANSWERS[verdict.answer];
        const { text, lang } = sentenceOf(verdict, source.lang);
        return (
          <li class={`verdict ${verdict.answer}`}>
            <span class="answer">
              <span aria-hidden="true">{sign}</span> {word[source.lang]}
            </span>
            <p>
              <Text text={text} lang={lang === source.lang ? undefined : lang} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Settings for the advised size: a click selects them whole. */
function Paste({ source, t }: { source: Source; t: Say }): VNode | null {
  const [, ...settings] = settingsToPaste(source.report);
  if (settings.length === 0) return null;
  return (
    <section class="scenario">
      <h3>{t('paste')}</h3>
      <p class="muted">{t('pasteFor')}</p>
      <Lines text={settings.map((line) => line.trim()).join('\n')} label={t('paste')} />
    </section>
  );
}
