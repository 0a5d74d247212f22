import { z } from 'zod';
import { Address, AddressInput, Hash, Height, HeightInput, Time } from '../schemas.ts';

const Position = z.number().int();

export const Log = z
  .strictObject({
    height: Height,
    transactionHash: Hash,
    transactionIndex: Position.describe('Position of the transaction in its block, from 0'),
    index: Position.describe('Position in the transaction, from 0'),
    timestamp: Time.describe("The block's time"),
    address: Address.describe('The contract that wrote it'),
    signature: z.string().nullable(),
    indexed: z.array(z.string().nullable()).describe('As on the chain, the signature first'),
    data: z.array(z.string().nullable()).describe('As on the chain'),
    name: z.string().nullable(),
    params: z
      .array(
        z.strictObject({
          name: z.string().nullable().describe("The parameter's name in the contract's API"),
          type: z.enum(['int', 'str', 'bytes', 'bool', 'Address']),
          value: z.union([z.string(), z.boolean()]).nullable().describe('int: decimal digits'),
        }),
      )
      .nullable()
      .describe('Null when it cannot be read by its signature'),
  })
  .meta({ id: 'Log' });
export type Log = z.infer<typeof Log>;

/** Filters of the list of logs; they mean the same in the API and in the page's address. */
export const LogQuery = z.strictObject({
  address: AddressInput.optional(),
  signature: z.string().min(1).max(1000).optional(),
  fromHeight: HeightInput.optional(),
  toHeight: HeightInput.optional(),
});
export type LogQuery = z.infer<typeof LogQuery>;
