import { definePhrases } from '../phrase/define-phrases.ts';

export const s3 = definePhrases('s3', {
  leftOut: {
    en: "Pools of {sizes} were left out: of the server's {most} connections only {free} are free. Raise max_connections to measure them.",
    ko: '풀 크기 {sizes} 측정은 뺐습니다. 서버의 연결 {most}개 가운데 {free}개만 비어 있습니다. 재려면 max_connections를 늘리세요.',
  },

  advice: {
    en: '{workload}: a pool of {size}{sure} is within 5 % of the best, {tail}.{beyond}',
    ko: '{workload}: 연결 {size}개짜리 풀이면 가장 나은 처리량의 95% 안에 듭니다{sure}. {tail}.{beyond}',
  },
  sure: { en: ' (whichever rounds are drawn)', ko: '(회차를 다시 뽑아도 같음)' },
  drawn: {
    en: ' ({low} to {high} when rounds are drawn again)',
    ko: '(회차를 다시 뽑으면 {low}~{high}개)',
  },
  tailUnknown: { en: 'too few samples to tell its p99', ko: 'p99를 말하기에는 표본이 모자랍니다' },
  tailHolds: { en: 'and its p99 is near the smallest', ko: 'p99도 가장 짧은 것에 가깝습니다' },
  tailGrows: {
    en: 'but its p99 is more than 1.5 times the smallest',
    ko: '다만 p99는 가장 짧은 것의 1.5배를 넘습니다',
  },
  client: {
    en: ' From size {from} on this process is the limit, not the server.',
    ko: ' 크기 {from}부터는 서버가 아니라 이 프로세스가 한계입니다.',
  },
  processors: {
    en: ' From size {from} on all processors are busy.',
    ko: ' 크기 {from}부터는 모든 프로세서가 바쁩니다.',
  },
  disk: {
    en: ' From size {from} on the server waits for its disk.',
    ko: ' 크기 {from}부터는 서버가 디스크를 기다립니다.',
  },
  locks: {
    en: ' From size {from} on back-ends wait for each other’s locks.',
    ko: ' 크기 {from}부터는 백엔드끼리 서로의 잠금을 기다립니다.',
  },
  otherLimit: { en: ' From size {from} on the limit is {limit}.', ko: ' 크기 {from}부터의 한계: {limit}.' },

  knees: {
    en: '{workload}: the knee by Kneedle {kneedle}; the peak by the scalability law {law}.',
    ko: '{workload}: Kneedle의 무릎은 {kneedle}. 확장성 법칙(USL)의 꼭대기는 {law}.',
  },
  noKnee: { en: 'finds none', ko: '찾지 못했습니다' },
  kneeAt: { en: 'at {size}', ko: '연결 {size}개입니다' },
  tooFewSizes: {
    en: 'not fitted to fewer than six sizes',
    ko: '크기가 여섯 가지가 안 되어 구하지 않았습니다',
  },
  fallsFromStart: { en: 'finds none: one connection is the best', ko: '없습니다. 연결 하나가 가장 낫습니다' },
  noMaximum: { en: 'finds none: the curve does not come down', ko: '없습니다. 곡선이 내려오지 않습니다' },
  peakAt: { en: 'at {peak} [{low} to {high}]', ko: '연결 {peak}개 [{low}~{high}]입니다' },

  instances: {
    en: "{workload}: of the server's {most} connections {free} are free, enough for {fits} instances with pools of {size}; pools of {pools}.",
    ko: '{workload}: 서버의 연결 {most}개 가운데 {free}개가 비어 있어, 연결 {size}개짜리 풀을 가진 인스턴스가 {fits}개까지 들어갑니다. 나눠 쓸 풀 크기: {pools}.',
  },
  poolEach: { en: '{size} for each of {count}', ko: '인스턴스 {count}개에 {size}개씩' },
  shared: {
    en: '{workload}: {count} instances with a {arm} each serve {times} what {first} does with a {firstArm}.',
    ko: '{workload}: 저마다 ‘{arm}’ 하나를 가진 인스턴스 {count}개의 처리량은 ‘{firstArm}’ 하나를 가진 인스턴스 {first}개의 {times}입니다.',
  },
});
