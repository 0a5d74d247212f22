import type { Place } from '@madang/system';
import type { FOUND_KINDS } from './search.schema.ts';

/** The search of the explorer: where it is, and where what it finds is. */
export const searchPlace = {
  path: '/search',
  hint: { ko: '블록, 트랜잭션, 주소, 토큰 이름', en: 'Block, transaction, address, token name' },
  kinds: {
    block: { title: { ko: '블록', en: 'Block' }, path: '/blocks' },
    transaction: { title: { ko: '트랜잭션', en: 'Transaction' }, path: '/transactions' },
    address: { title: { ko: '주소', en: 'Address' }, path: '/addresses' },
    contract: { title: { ko: '컨트랙트', en: 'Contract' }, path: '/contracts' },
    token: { title: { ko: '토큰', en: 'Token' }, path: '/tokens' },
  } satisfies Record<(typeof FOUND_KINDS)[number], Place>,
} as const;
