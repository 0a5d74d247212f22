import { expect, it } from 'vitest';
import { z } from 'zod';
import { exampleDrafts } from '../../test/record-drafts.ts';
import { LogRecord } from './schema/record.schema.ts';
import { Name, Text } from './schema/vocabulary.schema.ts';
import { textIn } from './text-in.ts';

const shout = (text: string): string => text.toUpperCase();

it('finds text in fields, lists and tables of values, and where it may be missing', () => {
  const schema = z.object({
    plain: Text,
    described: Text.describe('of any origin'),
    bounded: Text.max(9),
    missing: Text.nullable(),
    absent: Text.optional(),
    list: z.array(z.object({ inner: Text.nullable() })),
    table: z.record(Name, Text),
  });
  const value = {
    plain: 'a',
    described: 'b',
    bounded: 'c',
    missing: null,
    list: [{ inner: 'd' }, { inner: null }],
    table: { key: 'e' },
  };
  expect(textIn(schema)?.(value, shout)).toEqual({
    plain: 'A',
    described: 'B',
    bounded: 'C',
    missing: null,
    list: [{ inner: 'D' }, { inner: null }],
    table: { key: 'E' },
  });
});

it('leaves alone what has a form of our own, described or not', () => {
  const schema = z.object({
    name: Name,
    described: Name.describe('x').nullable(),
    kind: z.enum(['a', 'b']),
    n: z.int(),
  });
  expect(textIn(schema)).toBeUndefined();
});

it('refuses a schema in which text could be overlooked', () => {
  expect(() => textIn(z.object({ anything: z.unknown() }))).toThrow(TypeError);
});

it('finds every field of every record that the examples fill with text', () => {
  const filled = JSON.stringify(exampleDrafts('some text').map(changed));
  expect(filled).toContain('SOME TEXT');
  expect(filled).not.toContain('some text');
});

function changed(draft: { type: string }): unknown {
  const schema = LogRecord.options.find(({ shape }) => shape.type.value === draft.type);
  return textIn(schema)?.(draft, shout);
}
