import { definePhrases } from '../phrase/define-phrases.ts';

/** What several scenarios say. */
export const shared = definePhrases('shared', {
  times: { en: '{median}× [{low} to {high}]', ko: '{median}배 [{low}~{high}]' },
  timesAtLeast: { en: 'at least {median}× [{low} to {high}]', ko: '{median}배 이상 [{low}~{high}]' },
  timesInRange: { en: '{median}× [range {low} to {high}]', ko: '{median}배 [범위 {low}~{high}]' },
  timesAtLeastInRange: {
    en: 'at least {median}× [range {low} to {high}]',
    ko: '{median}배 이상 [범위 {low}~{high}]',
  },

  latency: { en: 'p{percent} {ms} ms [{low} to {high}]', ko: 'p{percent} {ms} ms [{low}~{high}]' },

  noneFailed: {
    en: 'none of {offered} operations failed',
    ko: '연산 {offered}건 가운데 실패한 것이 없습니다',
  },
  failedAfter: {
    en: '{failed} of {offered} operations failed ({classes}), after {after} ms',
    ko: '연산 {offered}건 가운데 {failed}건이 {after} ms 만에 실패했습니다({classes})',
  },
  failedWithin: {
    en: '{failed} of {offered} operations failed ({classes}), after {low} to {high} ms',
    ko: '연산 {offered}건 가운데 {failed}건이 {low}~{high} ms 만에 실패했습니다({classes})',
  },

  littlesLaw: {
    en: "By Little's law the operations under way were as many as the workers, within {worst} % in {cells} cells.",
    ko: '리틀의 법칙: 셀 {cells}개에서 진행 중인 연산의 수와 작업자의 수는 {worst}% 안에서 맞습니다.',
  },
  noRoom: {
    en: "{what} was left out: of the server's {most} connections only {free} are free. Raise max_connections to measure it.",
    ko: '{what} 측정은 뺐습니다. 서버의 연결 {most}개 가운데 {free}개만 비어 있습니다. 재려면 max_connections를 늘리세요.',
  },
});
