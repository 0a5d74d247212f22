import { definePhrases } from '../phrase/define-phrases.ts';

export const s6 = definePhrases('s6', {
  few: {
    en: '{arm}: with {asking} asking for {connections} connections, each held {hold} ms, {failures}.',
    ko: '‘{arm}’: 연결 {connections}개에 요청 {asking}개가 몰려 저마다 {hold} ms씩 쥐고 있을 때, {failures}.',
  },
  full: {
    en: '{arm}: with {asking} asking for what few connections a full server has left, each held {hold} ms, {failures}.',
    ko: '‘{arm}’: 가득 찬 서버의 남은 연결에 요청 {asking}개가 몰려 저마다 {hold} ms씩 쥐고 있을 때, {failures}.',
  },
  notFull: {
    en: 'A server without free connections was left out, since this one has other users. Leave out --dsn to measure it.',
    ko: '빈 연결이 없는 서버는 재지 않았습니다. 이 서버는 다른 사람도 쓰기 때문입니다. 재려면 --dsn을 빼세요.',
  },
  settled: {
    en: 'Every operation settled within its deadline of {deadline} ms and a grace of {grace} ms, the last after {latest} ms.',
    ko: '모든 연산의 결과가 기한 {deadline} ms와 여유 {grace} ms 안에 나왔습니다. 가장 늦은 것은 {latest} ms입니다.',
  },
  unsettled: {
    en: '{hung} operations had not settled within its deadline of {deadline} ms and a grace of {grace} ms.',
    ko: '연산 {hung}건의 결과가 기한 {deadline} ms와 여유 {grace} ms 안에 나오지 않았습니다.',
  },
});
