import type { Lang } from '@madang/web';
import { EVENT_KINDS, type EventKind } from '../../record/event-kinds.ts';
import type { RunEvent } from '../../record/schema/event.schema.ts';
import type { Word } from './terms.words.ts';

const NAMES: Readonly<Record<EventKind, Word>> = {
  'table-locked': { ko: '테이블 잠금', en: 'table locked' },
  'table-unlocked': { ko: '잠금 풀림', en: 'lock gone' },
  'back-end-stopped': { ko: '백엔드 멈춤', en: 'back-end stopped' },
  'back-end-continued': { ko: '백엔드 다시 감', en: 'back-end goes on' },
  'back-ends-terminated': { ko: '백엔드 종료', en: 'back-ends terminated' },
  'server-restarting': { ko: '서버 다시 시작', en: 'server restarts' },
  'server-restarted': { ko: '서버 돌아옴', en: 'server is back' },
  'crowd-gathered': { ko: '노는 연결 늘림', en: 'idle connections opened' },
  'crowd-left': { ko: '노는 연결 닫음', en: 'idle connections closed' },
  burst: { ko: '한꺼번에 옴', en: 'burst' },
};

/** What was done, in a few words; one that a newer program recorded is said as it was. */
export function eventName({ what, sentence }: Pick<RunEvent, 'what' | 'sentence'>, lang: Lang): string {
  const known = EVENT_KINDS.find((kind) => kind === what);
  return known === undefined ? sentence : NAMES[known][lang];
}
