import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@madang/errors';
import { renderToString } from 'preact-render-to-string';
import { h } from 'preact';
import { checkPackages, type CheckRun } from '../check-run.ts';
import type { Rule } from '../catalogue/rule.ts';
import { readPackages } from '../domain/package/read-packages.ts';
import { Report } from '../output/html/report.tsx';
import { jsonReport } from '../output/json.ts';
import { rules } from '../rules/index.ts';
import type { CheckProgress } from './check.schema.ts';
import { filesOf } from './files-of.ts';
import type { CheckJob, FromThread } from './messages.ts';

// A thread for one check, after which it ends: whatever a contract does to it, the next one has a new one.
const tell = (message: FromThread) => parentPort?.postMessage(message);
const progress = (step: CheckProgress['step'], done = 0, total = 0) =>
  tell({ kind: 'progress', progress: { step, done, total } });

try {
  await check(workerData as CheckJob);
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  const { code, status, retry, message, details } = error;
  tell({ kind: 'refused', error: { code, status, retry, message, details } });
}

async function check(job: CheckJob): Promise<void> {
  progress('reading');
  const files = await filesOf(job);
  progress('trees');
  const packages = readPackages(files);
  progress('facts');
  const run = checkPackages(packages, { rules: counted(rules, packages.length) });
  progress('report');
  const options = { language: job.language, colour: false };
  tell({
    kind: 'report',
    json: jsonReport(run, options),
    html: job.html ? drawn(run, job.language) : undefined,
  });
}

/** The rules, each of which tells that its turn has come. */
function counted(all: readonly Rule[], packages: number): Rule[] {
  const total = all.length * packages;
  let done = 0;
  return all.map((rule) => ({
    ...rule,
    check(subject, report) {
      progress('rules', done, total);
      done += 1;
      rule.check(subject, report);
    },
  }));
}

function drawn(run: CheckRun, language: CheckJob['language']): string {
  return renderToString(h(Report, { run, language }));
}
