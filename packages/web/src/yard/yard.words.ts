import { defineWords } from '../words.ts';

export const yardWords = defineWords({
  title: { ko: '마당', en: 'The yard' },
  pause: { ko: '멈춤', en: 'Pause' },
  resume: { ko: '다시 움직임', en: 'Resume' },
  area: { ko: '칸의 넓이 = 쓴 스텝', en: 'Area = steps used' },
  steps: { ko: '{steps} 스텝', en: '{steps} steps' },
  failed: { ko: '실패', en: 'Failed' },
  more: { ko: '{count}건 더', en: '{count} more' },
  slab: {
    ko: '블록 {height}, 트랜잭션 {count}건, 실패 {failed}건',
    en: [
      'Block {height}, {count} transaction, {failed} failed',
      'Block {height}, {count} transactions, {failed} failed',
    ],
  },
});
