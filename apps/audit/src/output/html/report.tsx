import type { VNode } from 'preact';
import type { CheckedPackage, CheckRun } from '../../check-run.ts';
import { severities } from '../../catalogue/finding.ts';
import { Comparison } from '../../comparison/html-comparison.tsx';
import { SEVERITY_NAMES } from '../names.ts';
import { Checklist, Tally } from './checklist.tsx';
import { Findings, FINDINGS, LeftOutParts } from './findings.tsx';
import { reportWords, titleOf, type Language, type SayReport } from './report.words.ts';
import { RuleHelp } from './rule-help.tsx';
import { lineOf } from './text.tsx';

/** A check as a part of a page; its style is `reportStyle`. */
export function Report({ run, language }: { run: CheckRun; language: Language }): VNode {
  const t = reportWords(language);
  return (
    <div class="audit-report">
      <header>
        <p class="eyebrow">{t('report')}</p>
        <h1>
          <bdi>{lineOf(titleOf(run, language))}</bdi>
        </h1>
        <Facts run={run} t={t} />
      </header>
      {run.reports.length > 1 && <Overview run={run} language={language} />}
      <Comparison run={run} language={language} />
      {run.reports.length > 1 && <SeverityFilter run={run} language={language} t={t} />}
      {run.reports.map((report) => (
        <PackagePart
          key={report.root}
          report={report}
          run={run}
          language={language}
          named={run.reports.length > 1}
        />
      ))}
      <RuleHelp run={run} language={language} />
    </div>
  );
}

function Facts({ run, t }: { run: CheckRun; t: SayReport }): VNode {
  const modules = run.reports.flatMap((report) => report.package.modules);
  const count = (of: (report: CheckedPackage) => number) =>
    run.reports.reduce((sum, report) => sum + of(report), 0);
  const facts = [
    [t('findings'), <a href={`#${FINDINGS}`}>{count(({ findings }) => findings.length)}</a>],
    [t('suppressedCount'), count(({ suppressed }) => suppressed.length)],
    [t('files'), modules.length],
    [t('lines'), modules.reduce((sum, { lines }) => sum + lines.count, 0)],
    [t('rulesRan'), run.rules.length],
    [t('ruleSet'), run.ruleSet],
    [t('engine'), run.engine === 'either' ? 'v1, goloop' : run.engine],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Several packages at a glance. */
function Overview({ run, language }: { run: CheckRun; language: Language }): VNode {
  return (
    <ul class="overview">
      {run.reports.map((report) => (
        <li key={report.root}>
          <a href={`#${packageId(report, run)}`}>
            <bdi>{lineOf(nameOf(report))}</bdi>
          </a>
          <Tally lines={report.checklist} language={language} />
        </li>
      ))}
    </ul>
  );
}

const nameOf = ({ root }: CheckedPackage): string => (root === '' ? '.' : root);

/** Names of folders are no names for places of a page. */
const packageId = (report: CheckedPackage, { reports }: CheckRun): string =>
  `package-${reports.indexOf(report) + 1}`;

/** Boxes that hide findings of a severity; the style sheet does it, without a script. */
function SeverityFilter(props: { run: CheckRun; language: Language; t: SayReport }): VNode | null {
  const { run, language, t } = props;
  const findings = run.reports.flatMap((report) => report.findings);
  const present = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  if (present.length < 2) return null;
  return (
    <fieldset class="filter">
      <legend>{t('show')}</legend>
      {present.map(({ severity, count }) => (
        <label key={severity}>
          <input type="checkbox" class={`show-${severity}`} checked autocomplete="off" />{' '}
          {SEVERITY_NAMES[severity][language]} <span class="count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface PartProps {
  readonly report: CheckedPackage;
  readonly run: CheckRun;
  readonly language: Language;
  /** One of several, so it says its own name. */
  readonly named: boolean;
}

function PackagePart({ report, run, language, named }: PartProps): VNode {
  return (
    <section class="package" id={packageId(report, run)}>
      {named && (
        <h2 class="package-name">
          <bdi>{lineOf(nameOf(report))}</bdi>
        </h2>
      )}
      <Checklist lines={report.checklist} language={language} />
      {!named && <SeverityFilter run={run} language={language} t={reportWords(language)} />}
      <Findings report={report} language={language} id={report === run.reports[0] ? FINDINGS : undefined} />
      <LeftOutParts report={report} language={language} />
    </section>
  );
}
