import { raise } from '@madang/errors';
import { defineAnswer, defineList } from '@madang/system';
import { visible } from '@madang/web';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { AddressInput, Place } from '../schemas.ts';
import { contractNotFound } from './contract.errors.ts';
import { ContractPage } from './contract.page.tsx';
import { findContract, listContracts } from './contract.queries.ts';
import { Contract, ContractQuery } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { ContractsPage } from './contracts.page.tsx';

export const contracts = defineList({
  operationId: 'listContracts',
  path: '/contracts',
  summary: {
    ko: '모든 컨트랙트, 최근에 생긴 것부터. 상태, 언어, 이름이나 주소로 거를 수 있습니다.',
    en: 'All contracts, newest first; with filters by status, language, and name or address.',
  },
  query: ContractQuery,
  item: Contract,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place, AddressInput]),
  keyOf: ({ firstHeight, address }) => [firstHeight, address],
  rows: ({ sql }, filter, { after, limit }) => listContracts(sql, filter, after, limit),
  page: { path: '/contracts', title: (lang) => contractWords(lang)('contracts'), draw: ContractsPage },
});

const MOST_OF_NAME = 60;

export const oneContract = defineAnswer({
  operationId: 'getContract',
  path: '/contracts/:address',
  summary: {
    ko: '컨트랙트 하나와 그 버전들, API.',
    en: 'One contract with its versions and its API.',
  },
  params: z.strictObject({ address: AddressInput }),
  reply: Contract,
  version: ({ sql }) => trackerHead(sql),
  load: async ({ sql }, { address }) =>
    (await findContract(sql, address)) ?? raise(contractNotFound({ address })),
  page: {
    path: '/contracts/:address',
    title: (_lang, { name, address }) => visible((name ?? address).slice(0, MOST_OF_NAME)),
    draw: ContractPage,
  },
});
