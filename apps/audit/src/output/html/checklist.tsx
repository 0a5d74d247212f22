import type { VNode } from 'preact';
import { VERDICT_NAMES, type Evidence, type LineVerdict, type Verdict } from '../../checklist/verdict.ts';
import { VERDICT_SIGNS, verdictCounts } from '../checklist-summary.ts';
import { reportWords, type Language, type SayReport } from './report.words.ts';
import { PlaceOf, Sentence } from './text.tsx';

interface ChecklistProps {
  readonly lines: readonly LineVerdict[];
  readonly language: Language;
}

/** The official checklist: a verdict for each line, and what it rests on to be opened. */
export function Checklist({ lines, language }: ChecklistProps): VNode {
  const t = reportWords(language);
  return (
    <section class="checklist">
      <h2>{t('checklist')}</h2>
      <Tally lines={lines} language={language} />
      {(['critical', 'warning'] as const).map((kind) => (
        <section key={kind}>
          <h3>{t(kind)}</h3>
          <ul class="lines">
            {lines
              .filter(({ line }) => line.kind === kind)
              .map((each) => (
                <li key={each.line.id}>
                  <Line verdict={each} language={language} t={t} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** How often each verdict was given. */
export function Tally({ lines, language }: ChecklistProps): VNode {
  return (
    <ul class="tally">
      {verdictCounts(lines).map(([verdict, count]) => (
        <li key={verdict}>
          <Mark verdict={verdict} language={language} /> <strong>{count}</strong>
        </li>
      ))}
    </ul>
  );
}

/** A verdict as a sign and a word. */
function Mark({ verdict, language }: { verdict: Verdict; language: Language }): VNode {
  return (
    <span class={`mark ${verdict}`}>
      <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {VERDICT_NAMES[verdict][language]}
    </span>
  );
}

function Line(props: { verdict: LineVerdict; language: Language; t: SayReport }): VNode {
  const { language, t } = props;
  const { line, verdict, why, seen, open, findings } = props.verdict;
  // What passed is told by what there was to look at; that no rule objects goes without saying.
  const reason = (verdict === 'pass' ? seen[0]?.text : undefined) ?? why;
  return (
    <details class={verdict}>
      <summary>
        <Mark verdict={verdict} language={language} />
        <span class="line-id">{line.id}</span>
        <span class="line-title">{line.title[language]}</span>
        <span class="line-why">
          <Sentence text={reason[language]} />
        </span>
      </summary>
      <div class="evidence">
        <p class="muted">
          <Sentence text={line.asks[language]} /> {reason !== why && <Sentence text={why[language]} />}
        </p>
        <EvidenceList title={t('open')} all={open} language={language} t={t} />
        {findings.length > 0 && (
          <>
            <p class="evidence-title">{t('findings')}</p>
            <ul>
              {findings.map((finding) => (
                <li key={finding.fingerprint}>
                  <a href={`#${findingId(finding)}`}>
                    {finding.rule} <PlaceOf at={finding.at} />
                  </a>{' '}
                  <Sentence text={finding.message[language]} />
                </li>
              ))}
            </ul>
          </>
        )}
        <EvidenceList title={t('seen')} all={seen} language={language} t={t} />
      </div>
    </details>
  );
}

/** Where a finding stands on the page. */
export const findingId = ({ fingerprint }: { readonly fingerprint: string }): string => `f-${fingerprint}`;

/** So many places are named; a person looks for the others with what names them. */
const NAMED = 8;

function EvidenceList(props: {
  title: string;
  all: readonly Evidence[];
  language: Language;
  t: SayReport;
}): VNode | null {
  const { title, all, language, t } = props;
  if (all.length === 0) return null;
  return (
    <>
      <p class="evidence-title">{title}</p>
      <ul>
        {all.map(({ text, at }, index) => (
          <li key={index}>
            <Sentence text={text[language]} />
            {at.slice(0, NAMED).map((stretch, place) => (
              <>
                {' '}
                <PlaceOf key={place} at={stretch} />
              </>
            ))}
            {at.length > NAMED && <span class="muted"> {t('more', { count: at.length - NAMED })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
