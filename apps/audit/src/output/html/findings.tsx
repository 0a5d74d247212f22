import type { VNode } from 'preact';
import type { PackageReport } from '../../analyse.ts';
import type { Finding, Stretch } from '../../catalogue/finding.ts';
import { codeFrame, type FrameLine } from '../code-frame.ts';
import { leftOut } from '../left-out.ts';
import { CONFIDENCE_NAMES, SEVERITY_NAMES } from '../names.ts';
import { findingId } from './checklist.tsx';
import { reportWords, type Language, type SayReport } from './report.words.ts';
import { lineOf, PlaceOf, Sentence } from './text.tsx';

interface FindingsProps {
  readonly report: PackageReport;
  readonly language: Language;
}

/** Name of the place where the first findings stand. */
export const FINDINGS = 'findings';

/** All findings of a package, by file. */
export function Findings({ report, language, id }: FindingsProps & { id?: string | undefined }): VNode {
  const t = reportWords(language);
  const files = [...new Set(report.findings.map(({ at }) => at.file))];
  return (
    <section class="findings" id={id}>
      <h2>{t('findings')}</h2>
      {files.length === 0 && <p class="muted">{t('nothingFound')}</p>}
      {files.map((file) => {
        const own = report.findings.filter(({ at }) => at.file === file);
        return (
          <section key={file} class="file">
            <h3>
              <bdi>{lineOf(file)}</bdi> <span class="count">{own.length}</span>
            </h3>
            {own.map((finding) => (
              <FindingPart key={finding.fingerprint} {...{ finding, report, language, t }} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

interface PartProps {
  readonly finding: Finding;
  readonly report: PackageReport;
  readonly language: Language;
  readonly t: SayReport;
}

function FindingPart({ finding, report, language, t }: PartProps): VNode {
  const { rule, severity, at, message, advice, fix } = finding;
  return (
    <article class={`finding ${severity}`} id={findingId(finding)}>
      <h4>
        <span class="severity">{SEVERITY_NAMES[severity][language]}</span> <RuleLink id={rule} />{' '}
        <Sentence text={message[language]} />
      </h4>
      <Where finding={finding} language={language} />
      <Frame at={at} report={report} />
      <Reasons finding={finding} language={language} t={t} />
      <p class="advice">
        <span aria-hidden="true">→</span> <Sentence text={advice[language]} />{' '}
        {fix !== undefined && (
          <span class="muted">
            <Sentence text={t(fix.safe ? 'fixSafe' : 'fixUnsafe')} />
          </span>
        )}
      </p>
    </article>
  );
}

/** What the tool itself has to say has no page. */
const RuleLink = ({ id }: { id: string }): VNode =>
  id.startsWith('X') ? (
    <span class="rule">{id}</span>
  ) : (
    <a class="rule" href={`#rule-${id}`}>
      {id}
    </a>
  );

function Where({ finding: { at, within, confidence }, language }: Pick<PartProps, 'finding' | 'language'>) {
  return (
    <p class="where">
      <PlaceOf at={at} />
      {within !== '' && (
        <code>
          <bdi>{lineOf(within)}</bdi>
        </code>
      )}
      <span>{CONFIDENCE_NAMES[confidence][language]}</span>
    </p>
  );
}

const FRAME = { before: 2, after: 1, lines: 4, width: 240 };

/** The lines that are meant, each with its number; they wrap where they find no room. */
function Frame({ at, report }: { at: Stretch; report: PackageReport }): VNode | null {
  const lines = codeFrame(at, report, FRAME);
  if (lines.length === 0) return null;
  return (
    <ol class="frame">
      {lines.map((line) => (
        <li key={line.number} value={line.number} class={line.mark === undefined ? undefined : 'meant'}>
          <FrameText line={line} />
        </li>
      ))}
    </ol>
  );
}

function FrameText({ line: { text, mark } }: { line: FrameLine }): VNode {
  if (mark === undefined) return <code>{lineOf(text)}</code>;
  return (
    <code>
      {lineOf(text.slice(0, mark.start))}
      <mark>{lineOf(text.slice(mark.start, mark.end))}</mark>
      {lineOf(text.slice(mark.end))}
    </code>
  );
}

function Reasons({ finding: { reasons }, language, t }: Pick<PartProps, 'finding' | 'language' | 't'>) {
  if (reasons.length === 0) return null;
  return (
    <>
      <p class="evidence-title">{t('how')}</p>
      <ol class="reasons">
        {reasons.map(({ at, text }, index) => (
          <li key={index}>
            <PlaceOf at={at} /> <Sentence text={text[language]} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is not among the findings to act on, and why. */
export function LeftOutParts({ report, language }: FindingsProps): VNode {
  const t = reportWords(language);
  return (
    <>
      {leftOut(report).map(({ kind, title, items }) => (
        <section key={kind} class="left-out">
          <h2>{title[language]}</h2>
          <ul>
            {items.map(({ finding, reason }) => (
              <li key={finding.fingerprint} id={findingId(finding)}>
                <RuleLink id={finding.rule} /> <PlaceOf at={finding.at} />{' '}
                <Sentence text={finding.message[language]} />
                {reason !== '' && (
                  <p class="muted">
                    {t('reason')}: <bdi>{lineOf(reason)}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
