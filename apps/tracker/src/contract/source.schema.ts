import { z } from 'zod';
import { Address, Count, Hash } from '../schemas.ts';
import { ContractVersion } from './contract.schema.ts';

/**
 * Why no source can be shown. `system`: built into the node; `genesis`: laid down beside the chain; `java`: compiled;
 * `undeployed`: no transaction brought it, as when another contract made it; `unsent`: the transaction carries no archive;
 * `other`: the archive is not the code that the chain names; `refused`: the archive is damaged or hostile.
 */
export const REASONS = ['system', 'genesis', 'java', 'undeployed', 'unsent', 'other', 'refused'] as const;
export type Reason = (typeof REASONS)[number];

export const SourceFile = z
  .strictObject({
    index: z.number().int().describe('Position in the archive, from 0'),
    path: z.string(),
    size: Count.describe('Bytes'),
    isText: z.boolean().describe('Whether it is UTF-8 without a zero byte'),
  })
  .meta({ id: 'SourceFile' });
export type SourceFile = z.infer<typeof SourceFile>;

/** A file with its content. */
export const SourceText = z
  .strictObject({
    ...SourceFile.shape,
    text: z.string().nullable().describe('Null when it is not text'),
  })
  .meta({ id: 'SourceText' });
export type SourceText = z.infer<typeof SourceText>;

const source = {
  address: Address,
  name: z.string().nullable(),
  version: ContractVersion.nullable().describe(
    'The one that is shown: the current one unless asked otherwise',
  ),
  archive: z
    .strictObject({
      hash: Hash.describe('SHA3-256, computed anew'),
      size: Count.describe('Bytes'),
      matches: z
        .boolean()
        .nullable()
        .describe('Whether that is the code hash of the chain; null when the chain tells none'),
    })
    .nullable()
    .describe('What the deploy transaction carries'),
  files: z.array(SourceFile).describe('In the order of the archive'),
  missing: z
    .strictObject({
      reason: z.enum(REASONS),
      code: z.string().nullable().describe('Code of the error with which an archive is refused'),
      message: z.string(),
    })
    .nullable()
    .describe('Why there are no files'),
};

export const ContractSource = z.strictObject(source).meta({ id: 'ContractSource' });
export type ContractSource = z.infer<typeof ContractSource>;

/** The source with one of its files opened. */
export const OpenedSource = z
  .strictObject({ ...source, shown: SourceText.nullable() })
  .meta({ id: 'OpenedSource' });
export type OpenedSource = z.infer<typeof OpenedSource>;
