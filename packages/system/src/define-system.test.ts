import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { h } from 'preact';
import { createDemo } from '../test/demo/demo.ts';
import { defineAnswer, defineSystem, type System } from './index.ts';

const { system } = createDemo();
const text = { ko: '', en: '' };
const answer = (operationId: string, path: `/${string}`) =>
  defineAnswer({
    operationId,
    path,
    summary: text,
    reply: z.null(),
    version: 'sealed',
    load: () => Promise.resolve(null),
  });
const verb = (name: string) => ({ name, summary: '', examples: [], run: () => Promise.resolve(0) });

describe('defineSystem', () => {
  it.each<[string, Partial<System>, RegExp]>([
    ['a name that is no word', { name: 'my-system' }, /one lower-case word, not my-system/],
    ['a name with the house’s own address', { name: 'api' }, /cannot be called api/],
    ['a name with the house’s own command', { name: 'serve' }, /cannot be called serve/],
    [
      'six places',
      { places: Array.from({ length: 6 }, () => ({ title: text, path: '/' as const })) },
      /6 places/,
    ],
    ['an answer twice', { answers: [answer('a', '/a'), answer('a', '/b')] }, /the answer a twice/],
    ['a path twice', { answers: [answer('a', '/a'), answer('b', '/a')] }, /the path \/a twice/],
    ['a verb twice', { verbs: [verb('find'), verb('find')] }, /the verb find twice/],
    ['a verb that every system has', { verbs: [verb('doctor')] }, /cannot be called doctor/],
  ])('refuses %s', (_name, change, message) => {
    expect(() => defineSystem({ ...system, ...change })).toThrow(message);
  });
});

describe('defineAnswer', () => {
  const declared = {
    operationId: 'one',
    summary: text,
    reply: z.null(),
    version: 'sealed',
    load: () => Promise.resolve(null),
  } as const;
  const page = { title: () => '', draw: () => h('p', null) };

  it('refuses a path whose parameters are not declared, or the other way round', () => {
    const params = z.strictObject({ id: z.string() });
    expect(() => defineAnswer({ ...declared, path: '/things/:name', params })).toThrow(
      /\/things\/:name has the parameters name, but id are declared/,
    );
    expect(() => defineAnswer({ ...declared, path: '/things/:id' })).toThrow(/but \(none\) are declared/);
    expect(() =>
      defineAnswer({ ...declared, path: '/things/:id', params, page: { ...page, path: '/thing' } }),
    ).toThrow(/\/thing has the parameters \(none\)/);
  });

  it('refuses a query that takes the name of a parameter, or of a choice that every page has', () => {
    const params = z.strictObject({ id: z.string() });
    const twice = z.strictObject({ id: z.string().optional() });
    expect(() => defineAnswer({ ...declared, path: '/things/:id', params, query: twice })).toThrow(
      /id cannot be asked for in the query/,
    );
    const choice = z.strictObject({ lang: z.string().optional() });
    expect(() => defineAnswer({ ...declared, path: '/things', query: choice })).toThrow(
      /lang cannot be asked/,
    );
  });
});
