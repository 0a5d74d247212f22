import { definePhrases } from '../phrase/define-phrases.ts';

export const s2 = definePhrases('s2', {
  kept: {
    en: '{workload}: a {arm} serves {times} what a connection per query does, with {asking} asking.',
    ko: '{workload}: 요청이 한 번에 {asking}개일 때 ‘{arm}’의 처리량은 질의마다 연결할 때의 {times}입니다.',
  },
  each: {
    en: '{workload}: a pool made for each query serves {times} what a connection per query does{end}.',
    ko: '{workload}: 질의마다 풀을 만들면 처리량은 질의마다 연결할 때의 {times}입니다{end}.',
  },
  savesNothing: { en: '; it saves nothing', ko: '. 얻는 것이 없습니다' },
  threads: {
    en: '{workload}: {members} threads with {each} connections each serve {times} what one loop with {size} does.',
    ko: '{workload}: 연결을 {each}개씩 가진 스레드 {members}개의 처리량은 연결 {size}개를 가진 루프 하나의 {times}입니다.',
  },
  processes: {
    en: '{workload}: {members} processes with {each} connections each serve {times} what one loop with {size} does.',
    ko: '{workload}: 연결을 {each}개씩 가진 프로세스 {members}개의 처리량은 연결 {size}개를 가진 루프 하나의 {times}입니다.',
  },
  sessions: {
    en: 'The server counted {counted} new sessions, and the arms opened {opened}.',
    ko: '서버가 센 새 세션은 {counted}개, 측정에서 연 연결은 {opened}개입니다.',
  },
});
