import { definePhrases } from '../phrase/define-phrases.ts';

export const s4 = definePhrases('s4', {
  name: { en: 'The rate ladder (S4)', ko: '요청률 사다리(S4)' },

  meets: {
    en: '{workload}: up to {rate}/s, {share} % of the {capacity}/s that a closed loop reaches, 99 % of the responses come within {objective} ms{exact}.{beyond}',
    ko: '{workload}: 초당 {rate}건까지는 응답의 99%가 {objective} ms 안에 옵니다{exact}. 닫힌 루프가 내는 초당 {capacity}건의 {share}%입니다.{beyond}',
  },
  exact: { en: ' (p99 {ms} ms [{low} to {high}])', ko: '(p99 {ms} ms [{low}~{high}])' },
  notBrought: { en: ' It was not brought to its limit.', ko: ' 한계까지 올리지는 않았습니다.' },
  misses: { en: ' At {rate}/s they do not.', ko: ' 초당 {rate}건에서는 그렇지 않습니다.' },
  beyondUnclear: {
    en: ' What is beyond is not told, for at {rate}/s there were too few responses.',
    ko: ' 그 위는 알 수 없습니다. 초당 {rate}건에서 응답이 너무 적었습니다.',
  },
  beyondLate: {
    en: ' What is beyond is not told, for at {rate}/s this process could not keep to the schedule.',
    ko: ' 그 위는 알 수 없습니다. 초당 {rate}건에서 이 프로세스가 일정을 따라가지 못했습니다.',
  },
  never: {
    en: '{workload}: at none of the rates 99 % of the responses come within {objective} ms, not even at {rate}/s.',
    ko: '{workload}: 가장 낮은 초당 {rate}건에서도 응답의 99%가 {objective} ms 안에 오지 않았습니다.',
  },
  unclear: {
    en: '{workload}: it cannot be told up to which rate 99 % of the responses come within {objective} ms: there were too few responses.',
    ko: '{workload}: 응답의 99%가 {objective} ms 안에 오는 요청률을 알 수 없습니다. 응답이 너무 적었습니다.',
  },
  late: {
    en: '{workload}: it cannot be told up to which rate 99 % of the responses come within {objective} ms: this process could not keep to the schedule.',
    ko: '{workload}: 응답의 99%가 {objective} ms 안에 오는 요청률을 알 수 없습니다. 이 프로세스가 일정을 따라가지 못했습니다.',
  },

  curve: {
    en: '{workload}: response by rate: {rungs}.',
    ko: '{workload}: 요청률에 따른 응답 시간: {rungs}.',
  },
  rung: { en: '{rate}/s {times}', ko: '{rate}건/s {times}' },
  rungBehind: {
    en: '{rate}/s {times} ({kept} % done in time)',
    ko: '{rate}건/s {times}(제때 끝낸 것 {kept}%)',
  },
  rungUnclear: { en: '{rate}/s too few', ko: '{rate}건/s 표본 모자람' },
  rungUnclearBehind: {
    en: '{rate}/s too few ({kept} % done in time)',
    ko: '{rate}건/s 표본 모자람(제때 끝낸 것 {kept}%)',
  },
  rungLate: { en: '{rate}/s not told', ko: '{rate}건/s 알 수 없음' },

  keptUp: {
    en: '{workload}: up to half of what a closed loop reaches, {worst} % or more of what was offered was done in time.',
    ko: '{workload}: 닫힌 루프가 내는 처리량의 절반까지는 들어온 연산의 {worst}% 이상을 제때 끝냈습니다.',
  },
});
