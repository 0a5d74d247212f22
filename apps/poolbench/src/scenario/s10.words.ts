import { definePhrases } from '../phrase/define-phrases.ts';

export const s10 = definePhrases('s10', {
  simple: {
    en: '{workload}: the simple protocol serves {times} what the extended one does, unnamed.',
    ko: '{workload}: 단순 프로토콜의 처리량은 이름 없는 확장 프로토콜의 {times}입니다.',
  },
  named: {
    en: '{workload}: named statements serve {times} what unnamed ones do.',
    ko: '{workload}: 이름 있는 문장의 처리량은 이름 없는 문장의 {times}입니다.',
  },
  pipelined: {
    en: '{workload}: one pipelined connection serves {times} what {pool} does{end}.',
    ko: '{workload}: 파이프라인 연결 하나의 처리량은 ‘{pool}’의 {times}입니다{end}.',
  },
  wins: { en: ': it wins', ko: '. 파이프라인이 낫습니다' },
  loses: {
    en: ': it loses, since one back-end waits for one commit at a time',
    ko: '. 백엔드 하나가 커밋을 하나씩 기다리므로 파이프라인이 못합니다',
  },
});
