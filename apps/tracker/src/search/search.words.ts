import { defineWords } from '@madang/web';

export const searchWords = defineWords({
  resultsFor: { ko: '‘{text}’ 찾기', en: 'Search for ‘{text}’' },
  found: { ko: '찾은 것', en: 'Results' },
  onlyFirst: {
    ko: '가장 맞는 {count}개만 보입니다. 더 길게 적으면 좁혀집니다.',
    en: [
      'Only the best one is shown; write more to narrow it.',
      'Only the best {count} are shown; write more to narrow them.',
    ],
  },
  kind: { ko: '종류', en: 'Kind' },
  name: { ko: '이름', en: 'Name' },
  detail: { ko: '설명', en: 'Detail' },
  openBlock: { ko: '이 블록 보기', en: 'Open this block' },
  openTransaction: { ko: '이 트랜잭션 보기', en: 'Open this transaction' },
  openAddress: { ko: '이 주소 보기', en: 'Open this address' },
  nothing: {
    ko: '찾은 것이 없습니다. 방금 보낸 것은 블록이 확정되면 나타납니다.',
    en: 'Nothing found. What was just sent appears once its block is sealed.',
  },
  howTo: {
    ko: '블록 높이, 블록이나 트랜잭션의 해시, 주소나 그 앞부분(hx나 cx 뒤로 여섯 자리부터), 컨트랙트나 토큰의 이름 일부로 찾을 수 있습니다.',
    en: 'You can look for a block height, the hash of a block or a transaction, an address or its beginning (hx or cx and six digits on), or part of the name of a contract or token.',
  },
});
