import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentFaults } from './document-faults.ts';

const Document = z.strictObject({
  count: z.int(),
  way: z.union([
    z.enum(['slow', 'fast']),
    z.strictObject({ limit: z.int(), unit: z.string() }),
    z.strictObject({ share: z.number() }),
  ]),
});

const faultsOf = (document: unknown): string[] => {
  const { error } = Document.safeParse(document);
  return documentFaults(error?.issues ?? [], (path) =>
    path.length === 0 ? ['count', 'way'] : ['limit', 'unit', 'share'],
  );
};

describe('documentFaults', () => {
  it('says nothing of a document that is right', () => {
    expect(faultsOf({ count: 1, way: { share: 0.5 } })).toEqual([]);
  });

  it('names the place, and what was meant by an unknown name', () => {
    expect(faultsOf({ cuont: 1, way: 'fast' })).toEqual([
      'count: Invalid input: expected number, received undefined',
      'cuont is not known (did you mean count?)',
    ]);
  });

  it('looks into the one of several that was most likely meant', () => {
    expect(faultsOf({ count: 1, way: { limit: 'x', unit: 'ms' } })).toEqual([
      'way.limit: Invalid input: expected number, received string',
    ]);
    expect(faultsOf({ count: 1, way: { shar: 1, share: 0.5 } })).toEqual([
      'way.shar is not known (did you mean share?)',
    ]);
  });

  it('tells all that it may be where none is nearest', () => {
    expect(faultsOf({ count: 1, way: 'quick' })).toEqual([
      'way: Invalid option: expected one of "slow"|"fast", or Invalid input: expected object, received string',
    ]);
  });

  it('tells of the document itself', () => {
    expect(faultsOf([])).toEqual(['Invalid input: expected object, received array']);
  });
});
