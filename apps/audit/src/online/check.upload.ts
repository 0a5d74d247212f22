import { defineUpload, houseSettings, type AnswerContext, type UploadWork } from '@madang/system';
import type { z } from 'zod';
import { checkInThread } from './check-in-thread.ts';
import { CheckPage } from './check.page.tsx';
import { AuditReport, CheckProgress, CheckQuery } from './check.schema.ts';
import { checkWords } from './check.words.ts';
import { checksTooOften, tooManyChecks } from './errors.ts';
import { MOST_BYTES } from './limits.ts';
import { Rates } from './rates.ts';
import { auditSettings } from './settings.ts';
import { Turns } from './turns.ts';

export const onlineCheck = defineUpload({
  operationId: 'checkContract',
  path: '/check',
  summary: {
    ko: '파이썬 SCORE를 검사합니다. 실행하지 않고, 아무것도 남기지 않습니다.',
    en: 'Checks a Python SCORE, which is never run and of which nothing is kept.',
  },
  query: CheckQuery,
  limit: MOST_BYTES,
  takes: {
    ko: '패키지 zip, 배포 트랜잭션의 content(16진수), 또는 파이썬 파일 하나. 4 MiB까지.',
    en: 'The zip of a package, the hex content of a deploy transaction, or one Python file; at most 4 MiB.',
  },
  progress: CheckProgress,
  reply: AuditReport,
  replyEvent: 'report',
  needsFile: ({ sample }) => sample !== 'yes',
  answer: check,
  page: {
    path: '/check',
    asks: (language) => ({ language, html: 'yes' }),
    title: (lang, reply) => checkWords(lang)(reply === null ? 'title' : 'reportTitle'),
    draw: CheckPage,
  },
});

async function check(
  context: AnswerContext,
  { name, language, html, sample }: z.output<typeof CheckQuery>,
  { file, from, signal, progress }: UploadWork<CheckProgress>,
): Promise<AuditReport> {
  const settings = context.settings(auditSettings);
  const turns = turnsOf(settings.checks, settings.waiting);
  if (turns.isFull) throw tooManyChecks({ waiting: settings.waiting });
  refuseTooOften(from, settings.checksPerMinute);
  const { ahead } = turns;
  if (ahead > 0) progress({ step: 'waiting', done: 0, total: ahead });
  const job = {
    bytes: file.bytes,
    name: name ?? baseName(file.name ?? '') ?? 'contract.py',
    isSample: sample === 'yes',
    language: language ?? context.settings(houseSettings).language,
    html: html === 'yes',
  };
  const limits = { seconds: settings.checkSeconds, megabytes: settings.checkMemory };
  const done = await turns.take(signal);
  try {
    const report = await checkInThread(job, limits, { signal, progress });
    return {
      ...(JSON.parse(report.json) as AuditReport),
      ...(report.html !== undefined && { html: report.html }),
    };
  } finally {
    done();
  }
}

/** What a browser or a program calls the file; a name may be anything, and is only shown. */
const baseName = (path: string): string | undefined => /[^/\\]+$/.exec(path)?.[0].slice(0, 200);

function refuseTooOften(from: string, perMinute: number): void {
  const retryAfterSeconds = ratesOf(perMinute).ask(from, performance.now());
  if (retryAfterSeconds > 0) throw checksTooOften({ perMinute, retryAfterSeconds });
}

// One for each process and setting: all who ask a process wait in one line, and are counted together.
const turnsOf = onceFor((checks: number, waiting: number) => new Turns(checks, waiting));
const ratesOf = onceFor((perMinute: number) => new Rates(perMinute));

function onceFor<Made>(make: (...settings: number[]) => Made): (...settings: number[]) => Made {
  const known = new Map<string, Made>();
  return (...settings) => {
    const key = settings.join(' ');
    const made = known.get(key) ?? make(...settings);
    known.set(key, made);
    return made;
  };
}
