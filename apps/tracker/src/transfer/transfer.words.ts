import { defineWords } from '@madang/web';

export const transferWords = defineWords({
  tokenTransfers: { ko: '토큰 전송', en: 'Token transfers' },
  internalTransfers: { ko: '내부 전송', en: 'Internal transfers' },
  transaction: { ko: '트랜잭션', en: 'Transaction' },
  block: { ko: '블록', en: 'Block' },
  time: { ko: '시각', en: 'Time' },
  parties: { ko: '보낸 이 → 받는 이', en: 'From → to' },
  amount: { ko: '수량', en: 'Amount' },
  token: { ko: '토큰', en: 'Token' },
  tokenId: { ko: '번호', en: 'Id' },
  valueIcx: { ko: 'ICX', en: 'ICX' },
  unnamed: { ko: '이름 없음', en: 'no symbol' },
});
