import { defineWords } from '@madang/web';

/** Titles and labels of the charts. */
export const chartWords = defineWords({
  waterfall: {
    ko: '새 연결{way} 하나에 평균 {time}, 그 가운데 {stage}에 가장 오래 ({share})',
    en: 'A new connection{way} takes {time} on average, most of it: {stage} ({share})',
  },
  over: { ko: ' ({way})', en: ' ({way})' },
  usable: { ko: '쓸 수 있음', en: 'can be used' },
  ratios: {
    ko: '{head}‘{against}’ 대비 처리량: {counts}',
    en: '{head}throughput beside ‘{against}’: {counts}',
  },
  itself: { ko: '같은 풀끼리의 처리량: {counts}', en: 'Throughput of a pool beside itself: {counts}' },
  sweep: { ko: '{workload}: 풀 크기에 따른 처리량', en: '{workload}: throughput by pool size' },
  sweepAdvised: {
    ko: '{workload}: 풀 크기 {size}이면 가장 나은 처리량의 95% 안에 듭니다',
    en: '{workload}: a pool of {size} is within 5% of the best throughput',
  },
  measured: {
    ko: '잰 값, 가장 느린 회차와 빠른 회차',
    en: 'Measured, with the slowest round and the fastest',
  },
  nearBest: { ko: '권하는 크기 {size}', en: 'advised: {size}' },
  kneedle: { ko: 'Kneedle {size}', en: 'Kneedle: {size}' },
  usl: { ko: 'USL 꼭대기 {size}', en: 'USL peak: {size}' },
  limit: { ko: '크기 {size}부터 한계: {what}', en: 'From size {size} on the limit: {what}' },
  ladder: { ko: '{workload}: 요청률에 따른 응답 시간', en: '{workload}: response time by rate' },
  ladderMeets: {
    ko: '{workload}: 초마다 {rate}건까지 p99 목표를 지킵니다',
    en: '{workload}: the objective for p99 is met up to {rate} operations a second',
  },
  objective: { ko: 'p99 목표', en: 'Objective for p99' },
  stall: {
    ko: '{arm}, {where}: 이용자에게는 p99 {open}, 닫힌 루프로는 {closed}',
    en: '{arm}, {where}: p99 {open} for users, {closed} by a closed loop',
  },
  stalled: { ko: '{arm}, {where}: 응답 시간의 분포', en: '{arm}, {where}: distribution of response times' },
  open: { ko: '열린 루프 (이용자가 겪는 것)', en: 'Open loop (what users see)' },
  closed: { ko: '닫힌 루프 (안전하지 않음)', en: 'Closed loop (unsafe)' },
  timeline: { ko: '{cell}: 시간에 따라', en: '{cell}: as it went' },
  silent: { ko: '답이 끊김', en: 'answers stop' },
  answered: { ko: '답이 다시 옴', en: 'answers again' },
  failing: { ko: '첫 실패', en: 'first failure' },
  parts: {
    ko: '{group}: 평균 응답 시간이 쓰인 곳, {arm} 쪽이 가장 짧음',
    en: '{group}: where the mean response goes; shortest with {arm}',
  },
  rates: {
    ko: '{workload}: 가장 많이 처리한 것은 {cell}',
    en: '{workload}: most is done by {cell}',
  },
  throughput: { ko: '처리량', en: 'Throughput' },
  slowest: {
    ko: '{workload}: 한꺼번에 올 때 가장 오래 기다린 시간, {cell} 쪽이 가장 짧음',
    en: '{workload}: the slowest of a burst; shortest with {cell}',
  },
  longest: { ko: '가장 긴 응답', en: 'Longest response' },
  unit: { ko: '건/s', en: 'ops/s' },
  course: {
    ko: '측정 전체: 처리량, 응답 시간 p99, 연결이 시작부터 끝까지 바뀐 모습',
    en: 'The whole run: throughput, p99 and connections from the beginning to the end',
  },
});

/** Says a message of the charts. */
export type SayChart = ReturnType<typeof chartWords>;
