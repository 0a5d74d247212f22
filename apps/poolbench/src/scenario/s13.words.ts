import { definePhrases } from '../phrase/define-phrases.ts';

export const s13 = definePhrases('s13', {
  changed: {
    en: 'In {seconds} s of load {figure} changed by {slope}{unit} a minute [{low} to {high}], from {level}{unit} on average: {answer}{margin}.',
    ko: '부하 {seconds}초 동안 {figure} 변화는 1분에 {slope}{unit} [{low}~{high}], 평균은 {level}{unit}입니다. {answer}{margin}.',
  },
  leaks: { en: 'it leaks', ko: '새고 있습니다' },
  noLeak: { en: 'no leak', ko: '새지 않습니다' },
  margin: {
    en: '; below {percent} % over the whole counts as none',
    ko: '. 전체에 걸쳐 {percent}%가 안 되면 변화로 치지 않습니다',
  },
  unknown: {
    en: 'Of {figure} nothing is told: its parts have too few samples.',
    ko: '{figure}: 구간마다의 표본이 모자라 말할 수 없습니다.',
  },
  resident: { en: 'the memory of this process', ko: '이 프로세스의 메모리' },
  heap: { en: 'its heap', ko: '이 프로세스의 힙' },
  connections: { en: 'the number of connections', ko: '연결 수' },
  p99: { en: 'the p99 of the response', ko: '응답의 p99' },

  notJudged: {
    en: 'The soak was not judged: this process was kept from looking at itself. Soak for longer.',
    ko: '오래 돌린 결과는 판정하지 않았습니다. 이 프로세스가 자신을 살펴볼 틈이 없었습니다. 더 오래 돌리세요.',
  },
  tight: { en: 'Nothing leaked in {seconds} s of load.', ko: '부하 {seconds}초 동안 샌 것이 없습니다.' },
  leaky: { en: 'Something leaks: {figures}.', ko: '새는 것이 있습니다: {figures}.' },
});
