import { defineWords } from '@madang/web';

export const homeWords = defineWords({
  transactions: { ko: '트랜잭션', en: 'Transactions' },
  failed: { ko: '실패', en: 'Failed' },
  tokenTransfers: { ko: '토큰 전송', en: 'Token transfers' },
  addresses: { ko: '주소', en: 'Addresses' },
  contracts: { ko: '컨트랙트', en: 'Contracts' },
  tokens: { ko: '토큰', en: 'Tokens' },
  perBlock: { ko: '블록마다 트랜잭션', en: 'Transactions per block' },
  perBlockAnswer: {
    ko: '최근 {blocks}개 블록에 트랜잭션 {count}건, 블록마다 평균 {average}건',
    en: [
      '{count} transaction in the latest {blocks} blocks, {average} per block on average',
      '{count} transactions in the latest {blocks} blocks, {average} per block on average',
    ],
  },
  height: { ko: '블록 높이', en: 'Block height' },
  unit: { ko: '건', en: 'tx' },
});
