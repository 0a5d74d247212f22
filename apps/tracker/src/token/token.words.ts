import { defineWords } from '@madang/web';

export const tokenWords = defineWords({
  tokens: { ko: '토큰', en: 'Tokens' },
  token: { ko: '토큰', en: 'Token' },
  noTokens: { ko: '이 조건에 맞는 토큰이 없습니다.', en: 'No token fits.' },
  clear: { ko: '조건 지우기', en: 'Clear' },
  unnamed: { ko: '이름 없음', en: 'no name' },
  nameOrAddress: { ko: '이름, 기호, 주소', en: 'Name, symbol or address' },
  anyStandard: { ko: '모든 표준', en: 'Any standard' },
  standard: { ko: '표준', en: 'Standard' },
  supply: { ko: '공급량', en: 'Supply' },
  ids: { ko: '발행된 토큰', en: 'Tokens in being' },
  contract: { ko: '컨트랙트', en: 'Contract' },
  decimals: { ko: '소수 자릿수', en: 'Decimals' },
  noDecimals: {
    ko: '컨트랙트가 알려 주지 않아 가장 작은 단위로 보여 줍니다',
    en: 'not told by the contract; amounts are in its smallest unit',
  },
  firstHeight: { ko: '첫 전송의 높이', en: 'First transfer at height' },
  asContract: { ko: '컨트랙트로 보기', en: 'As a contract' },
  seeAll: { ko: '모두 보기', en: 'See all' },
  derived: {
    ko: '공급량과 보유자는 컨트랙트가 남긴 이벤트 로그에서 계산한 값입니다. 로그 없이 늘거나 줄어든 것은 들어 있지 않습니다.',
    en: 'Supply and holders are worked out from the event logs of the contract. What it creates or destroys without a log is not in them.',
  },

  transfers: { ko: '전송', en: 'Transfers' },
  latestTransfers: { ko: '최근 전송', en: 'Latest transfers' },
  noTransfers: { ko: '전송이 없습니다.', en: 'There is no transfer.' },

  holders: { ko: '보유자', en: 'Holders' },
  largestHolders: { ko: '많이 가진 주소', en: 'Largest holders' },
  noHolders: { ko: '지금 가진 주소가 없습니다.', en: 'Nobody holds it now.' },
  holder: { ko: '보유자', en: 'Holder' },
  balance: { ko: '잔액', en: 'Balance' },
  share: { ko: '비율', en: 'Share' },
  shareBar: { ko: '전체에서', en: 'Of all' },
  tokenId: { ko: '번호', en: 'Id' },

  owners: { ko: '토큰 주인', en: 'Owners' },
  owner: { ko: '주인', en: 'Owner' },
  noOwners: { ko: '주인이 있는 번호가 없습니다.', en: 'No id has an owner now.' },
});
