import { defineWords } from '@madang/web';

export const logWords = defineWords({
  logs: { ko: '이벤트 로그', en: 'Event logs' },
  noLogs: { ko: '이 조건에 맞는 로그가 없습니다.', en: 'No log fits.' },
  clear: { ko: '조건 지우기', en: 'Clear' },
  contract: { ko: '컨트랙트', en: 'Contract' },
  signature: { ko: '시그니처', en: 'Signature' },
  fromHeight: { ko: '이 높이부터', en: 'From height' },
  toHeight: { ko: '이 높이까지', en: 'To height' },
  unread: {
    ko: '시그니처대로 읽을 수 없어 체인에 적힌 그대로 보여 줍니다.',
    en: 'It cannot be read by its signature and is shown as the chain has it.',
  },
  unnamed: { ko: '시그니처 없음', en: 'no signature' },
  parameter: { ko: '{place}번째 ({type})', en: 'no. {place} ({type})' },
  noParameters: { ko: '값 없음', en: 'no values' },
  notGiven: { ko: '주지 않음', en: 'not given' },
  place: { ko: '{index}번', en: 'no. {index}' },
});
