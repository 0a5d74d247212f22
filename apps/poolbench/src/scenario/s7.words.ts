import { definePhrases } from '../phrase/define-phrases.ts';

export const s7 = definePhrases('s7', {
  everyQuery: {
    en: '{workload}: one connect per {uses} query serves {times} what kept connections do.',
    ko: '{workload}: 질의 {uses}건마다 새로 연결하면 처리량은 연결을 두고 쓸 때의 {times}입니다.',
  },
  everyQueries: {
    en: '{workload}: one connect per {uses} queries serves {times} what kept connections do.',
    ko: '{workload}: 질의 {uses}건마다 새로 연결하면 처리량은 연결을 두고 쓸 때의 {times}입니다.',
  },
  cost: {
    en: '{workload}: a connection costs {total} ms of CPU, {client} here and {server} on the server{keys}: {cores} processors end at {most} connections a second, and {share} % of that was reached: {bound}.',
    ko: '{workload}: 새 연결 하나에 CPU 시간 {total} ms가 듭니다. 이쪽 {client} ms, 서버 {server} ms입니다{keys}. 프로세서 {cores}개로는 초당 {most}개가 끝이고 그 {share} %에 닿았습니다. {bound}.',
  },
  withKeys: {
    en: ' ({keys} ms for the keys of SCRAM alone)',
    ko: '(SCRAM 키를 만드는 데에만 {keys} ms)',
  },
  withoutKeys: { en: '', ko: '' },
  byCpu: { en: 'churn is bound by CPU', ko: '연결을 새로 여는 일은 CPU가 한계입니다' },
  byOther: {
    en: 'it is not CPU that bounds it, but the way to the server or what else runs there',
    ko: '한계는 CPU가 아니라 서버까지의 길이나 그곳에서 도는 다른 일입니다',
  },
  connects: {
    en: '{arm}: {opened} connections were opened, {expected} by its rule.',
    ko: '‘{arm}’: 새로 연 연결은 {opened}개, 규칙대로라면 {expected}개입니다.',
  },
});
