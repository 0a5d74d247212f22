import { z } from 'zod';
import { STANDARDS } from '../domain/token-standard.ts';
import { Address, Hash, Height } from '../schemas.ts';

export const STATUSES = ['active', 'pending', 'rejected', 'blocked', 'disabled', 'unknown'] as const;
export const LANGUAGES = ['python', 'java', 'system'] as const;

export const ContractVersion = z
  .strictObject({
    deployHash: Hash.describe('The transaction that brought it'),
    auditHash: Hash.nullable().describe(
      'The one that accepted or rejected it; the deploy itself without an audit',
    ),
    codeHash: Hash.nullable().describe('SHA3-256 of the archive'),
    status: z
      .enum(['active', 'pending', 'rejected', 'superseded', 'retired'])
      .describe('superseded: a newer one came while it waited; retired: was active before'),
    language: z.enum(LANGUAGES).nullable(),
    height: Height.describe('Of its deploy'),
  })
  .meta({ id: 'ContractVersion' });
export type ContractVersion = z.infer<typeof ContractVersion>;

export const Contract = z
  .strictObject({
    address: Address,
    name: z.string().nullable(),
    symbol: z.string().nullable(),
    language: z.enum(LANGUAGES).nullable(),
    owner: Address.nullable(),
    status: z.enum(STATUSES),
    firstHeight: Height,
    versions: z.array(ContractVersion).describe('Oldest first'),
    api: z
      .array(z.unknown())
      .nullable()
      .describe('As icx_getScoreApi gives it; null when nothing can be called'),
    token: z.enum(STANDARDS).nullable().describe('Standard of the token that it is'),
  })
  .meta({ id: 'Contract' });
export type Contract = z.infer<typeof Contract>;

/** Filters of the list of contracts; they mean the same in the API and in the page's address. */
export const ContractQuery = z.strictObject({
  status: z.enum(STATUSES).optional(),
  language: z.enum(LANGUAGES).optional(),
  q: z
    .string()
    .max(100, 'must be at most 100 characters')
    .optional()
    .describe('A part of the name or symbol, or the beginning of the address'),
});
export type ContractQuery = z.infer<typeof ContractQuery>;
