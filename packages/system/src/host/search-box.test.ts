import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDemo } from '../../test/demo/demo.ts';
import { defineAnswer, defineSystem } from '../index.ts';
import { searchBoxOf } from './search-box.ts';

const text = (word: string) => ({ ko: `${word}(ko)`, en: word });
const find = defineAnswer({
  operationId: 'find',
  path: '/find',
  summary: text('Finds.'),
  query: z.strictObject({ q: z.string() }),
  reply: z.strictObject({ items: z.array(z.never()) }),
  version: 'volatile',
  load: () => Promise.resolve({ items: [] }),
  page: { path: '/find', title: () => '', draw: () => h('p', null) },
});
const { system } = createDemo();
const search = {
  path: '/find',
  hint: text('Notes'),
  kinds: { note: { title: text('Note'), path: '/notes' } },
} as const;
const searching = defineSystem({ ...system, answers: [...system.answers, find], search });

describe('the search box of a frame', () => {
  it('leads to the page and the answer of its system, in the language of the page', () => {
    expect(searchBoxOf(searching, 'en', '/demo/notes', '')).toEqual({
      search: {
        action: '/demo/find',
        placeholder: 'Notes',
        suggest: {
          url: '/api/demo/v1/find',
          kinds: [{ name: 'note', label: 'Note', href: '/demo/notes/' }],
        },
      },
    });
    expect(searchBoxOf(searching, 'ko', '/demo', '').search?.placeholder).toBe('Notes(ko)');
  });

  it('holds what was looked for on the page of results, and nowhere else', () => {
    const query = 'q=%3Cb%3E+%EB%A7%88%EB%8B%B9&lang=en';
    expect(searchBoxOf(searching, 'en', '/demo/find', query).search?.query).toBe('<b> 마당');
    expect(searchBoxOf(searching, 'en', '/demo/notes', query).search).not.toHaveProperty('query');
  });

  it('is not there in the courtyard, nor in a system that cannot search', () => {
    expect(searchBoxOf(null, 'en', '/', '')).toEqual({});
    expect(searchBoxOf(system, 'en', '/demo', '')).toEqual({});
  });
});

describe('defineSystem', () => {
  it('refuses a search without an answer that has a page there', () => {
    expect(() => defineSystem({ ...system, search })).toThrow(
      /demo searches at \/find, where it has no answer/,
    );
  });
});
