import { setTimeout as sleep } from 'node:timers/promises';
import {
  defineAnswer,
  defineLive,
  houseSettings,
  type AnswerContext,
  type ServerEvent,
} from '@madang/system';
import { phraseText } from '../phrase/phrase-text.ts';
import { runsFolder } from '../runs/run-files.ts';
import { followRuns, type NewestRun, type RunFollower } from './follow-runs.ts';
import { LivePage } from './live.page.tsx';
import { Change, LiveRun } from './live.schema.ts';
import { watchWords } from './watch.words.ts';
import type { Watched } from './watched.ts';

export const liveRun = defineAnswer({
  operationId: 'getLiveRun',
  path: '/live',
  summary: {
    ko: '가장 최근 측정의 지금 모습: 재는 셀, 오류, 지난 2분의 처리량과 응답 시간과 연결.',
    en: 'The newest run as it is at this moment: the cell being measured, errors, and its last two minutes.',
  },
  reply: LiveRun,
  version: 'volatile',
  load: async (context) => toLiveRun(await followerOf(context).look()),
  page: { path: '/live', title: (lang) => watchWords(lang)('live'), draw: LivePage },
});

export const liveRunEvents = defineLive({
  operationId: 'followLiveRun',
  path: '/live/events',
  summary: {
    ko: '서버가 보내는 이벤트: 가장 최근 측정에 새 기록이 생길 때마다, 많아야 초마다 한 번.',
    en: 'Server-sent events: whenever the newest run has new records, once a second at most.',
  },
  events: { change: Change },
  open: (context, { signal }) => changes(followerOf(context), signal),
});

// One for each process and folder: what was read of a log is not read again for the next who asks.
const followers = new Map<string, RunFollower>();

function followerOf({ settings }: Pick<AnswerContext, 'settings'>): RunFollower {
  const folder = runsFolder(settings(houseSettings).data);
  const follower = followers.get(folder) ?? followRuns(folder);
  followers.set(folder, follower);
  return follower;
}

/** Logs are files that another process writes: they are looked at, since nobody announces them. */
const LOOK_EACH_MS = 1000;

async function* changes(follower: RunFollower, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  let told = '';
  while (!signal.aborted) {
    const { file, watched, running } = await follower.look();
    const data = { run: file?.id ?? null, records: watched.records, running };
    const now = JSON.stringify(data);
    if (now !== told) yield { event: 'change', data };
    told = now;
    await sleep(LOOK_EACH_MS, undefined, { signal }).catch(() => undefined);
  }
}

function toLiveRun({ file, watched, running }: NewestRun): LiveRun {
  const { start, cell, progress, cells, errors, finding, points, marks } = watched;
  return {
    run:
      file === null
        ? null
        : {
            id: file.id,
            plan: start?.plan.name ?? null,
            startedAt: start?.ts ?? file.startedAt,
            scenarios: start?.plan.scenarios ?? [],
            rounds: start?.plan.rounds ?? null,
          },
    running,
    cell: running ? cell : null,
    progress: running ? progressOf(progress) : null,
    cells,
    errors: { ...errors },
    finding: finding === null ? null : findingIn(finding),
    points: [...points],
    marks: [...marks],
  };
}

// The browser does not load the words of every scenario for one sentence.
function findingIn({ sentence, said, failed }: NonNullable<Watched['finding']>): LiveRun['finding'] {
  return { sentence, korean: said === undefined ? null : phraseText(said, 'ko'), failed };
}

function progressOf(progress: Watched['progress']): LiveRun['progress'] {
  if (progress === null) return null;
  const { scenario, doing, left } = progress;
  return { scenario, doing, left_s: left };
}
