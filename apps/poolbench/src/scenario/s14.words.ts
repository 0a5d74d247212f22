import { definePhrases } from '../phrase/define-phrases.ts';

export const s14 = definePhrases('s14', {
  name: { en: 'A pool beside {count} idle connections', ko: '유휴 연결 {count}개 곁의 풀' },
  besideNone: {
    en: '{workload}: beside {count} idle connections a {arm} serves {times} what it does alone.',
    ko: '{workload}: 유휴 연결 {count}개 곁에서 ‘{arm}’의 처리량은 혼자일 때의 {times}입니다.',
  },
  besideOthers: {
    en: '{workload}: beside {count} idle connections a {arm} serves {times} what it does beside {others}.',
    ko: '{workload}: 유휴 연결 {count}개 곁에서 ‘{arm}’의 처리량은 유휴 연결 {others}개 곁일 때의 {times}입니다.',
  },
  memory: {
    en: "An idle connection takes {one} MB of the server's memory for itself, after one query (median of {count}, {low} to {high}): {hundred} MB for a hundred of them.",
    ko: '유휴 연결 하나는 질의 한 번 뒤에 서버 메모리를 {one} MB 차지합니다({count}개의 중앙값, {low}~{high}). 백 개면 {hundred} MB입니다.',
  },
  elsewhere: {
    en: 'The memory of idle back-ends was left out: the server runs elsewhere.',
    ko: '유휴 백엔드의 메모리는 재지 않았습니다. 서버가 다른 기계에 있습니다.',
  },
  notShown: {
    en: 'The memory of idle back-ends was left out: this machine does not show it.',
    ko: '유휴 백엔드의 메모리는 재지 않았습니다. 이 기계가 보여 주지 않습니다.',
  },
  seen: {
    en: 'The server saw exactly the idle connections that were held, each of {looks} times.',
    ko: '{looks}번 모두, 서버에는 쥐고 있던 유휴 연결만 정확히 있었습니다.',
  },
  otherSeen: {
    en: 'The server saw other idle connections than were held, {wrong} of {looks} times.',
    ko: '{looks}번 가운데 {wrong}번, 서버에 있던 유휴 연결은 쥐고 있던 것과 달랐습니다.',
  },
});
