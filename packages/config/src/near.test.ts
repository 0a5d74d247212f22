import { expect, it } from 'vitest';
import { near } from './index.ts';

it('finds slips of the finger, nearest first', () => {
  expect(near('limt', ['limit', 'lima', 'cursor'])).toEqual(['limit', 'lima']);
});

it('counts two swapped letters as one slip, and does not look at case', () => {
  expect(near('prot', ['port', 'host', 'data'])).toEqual(['port']);
  expect(near('MADANG_PROT', ['MADANG_PORT'])).toEqual(['MADANG_PORT']);
  expect(near('Limit', ['limit'])).toEqual(['limit']);
});

it('finds nothing where nothing is near, and at most three', () => {
  expect(near('xyz', ['port'])).toEqual([]);
  expect(near('aa', ['ab', 'ac', 'ad', 'ae'])).toHaveLength(3);
});
