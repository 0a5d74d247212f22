import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { boundedRun } from '../bounded.ts';
import type { Rule } from '../catalogue/rule.ts';
import { checkPackages } from '../check-run.ts';
import type { InputFile } from '../domain/package/package.ts';
import { readPackages } from '../domain/package/read-packages.ts';
import { Report } from '../output/html/report.tsx';
import { jsonReport } from '../output/json.ts';
import { rules } from '../rules/index.ts';
import type { CheckProgress } from './check.schema.ts';
import type { CheckJob, DrawnReport } from './messages.ts';

type Tell = (progress: CheckProgress) => void;

/** Checks files and tells how far it is. */
export function reportOn(files: readonly InputFile[], { language, html }: CheckJob, tell: Tell): DrawnReport {
  const step = (name: CheckProgress['step']) => tell({ step: name, done: 0, total: 0 });
  step('trees');
  const packages = readPackages(files);
  step('facts');
  const run = boundedRun(checkPackages(packages, { rules: counted(rules, packages.length, tell) }));
  step('report');
  return {
    json: jsonReport(run, { language, colour: false }),
    html: html ? renderToString(h(Report, { run, language })) : undefined,
  };
}

/** The rules, each of which tells that its turn has come. */
function counted(all: readonly Rule[], packages: number, tell: Tell): Rule[] {
  const total = all.length * packages;
  let done = 0;
  return all.map((rule) => ({
    ...rule,
    check(subject, report) {
      tell({ step: 'rules', done, total });
      done += 1;
      rule.check(subject, report);
    },
  }));
}
