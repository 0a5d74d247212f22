import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../../test/record-drafts.ts';
import { sealRecord } from '../seal.ts';
import { timeZone } from '../time-zone.ts';
import { LogRecord, logJsonSchema } from './record.schema.ts';

const FILE = new URL('log.schema.json', import.meta.url).pathname;

it('is the JSON Schema in the repository (vitest -u writes it anew)', async () => {
  const style = await resolveConfig(FILE);
  await expect(
    await format(JSON.stringify(logJsonSchema()), { ...style, parser: 'json' }),
  ).toMatchFileSnapshot(FILE);
});

describe('the JSON Schema', () => {
  it('allows unknown fields, so that a newer log can be read', () => {
    expect(JSON.stringify(logJsonSchema())).not.toContain('"additionalProperties":false');
  });

  it('knows every type of record', () => {
    const types = exampleDrafts('').map(({ type }) => type);
    expect(LogRecord.options.map(({ shape }) => shape.type.value)).toEqual(types);
    for (const type of types) expect(JSON.stringify(logJsonSchema())).toContain(`"const":"${type}"`);
  });
});

it('gives the names of durations, and no others, the ending _s', () => {
  const run = { runId: '01KANKYN3JZZZZZZZZZZZZZZZZ', zone: timeZone('UTC'), cut: (text: string) => text };
  const names = exampleDrafts('').flatMap((draft) => namesIn(sealRecord(run, 0, 0, draft)));
  expect(names.filter((name) => /_(ms|us|seconds|time)$/.test(name))).toEqual([]);
  expect(names).toContain('response_s');
});

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [name, ...namesIn(inner)]);
}
