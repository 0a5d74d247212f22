import { createHash } from 'node:crypto';
import { readArchive } from '@madang/icon/archive';
import { describe, expect, it } from 'vitest';
import { pythonApiOf } from '../../test/scores/python-api.ts';
import { apiOf } from './api.ts';
import { archiveOf, codeHashOf } from './archive.ts';
import { IRC2 } from './irc2.ts';
import { SCORES, scoreOfArchive } from './registry.ts';
import type { Parameter } from './score.ts';

const declared = (inputs: readonly Parameter[]) =>
  inputs.map(({ name, type, optional }) =>
    optional === true ? { default: null, name, type } : { name, type },
  );

describe.each(SCORES)('the archive of $name', (score) => {
  it('is a package as nodes take it', async () => {
    const { files, root, packageJson } = await readArchive(archiveOf(score));
    const { name, mainClass } = score;
    expect(root).toBe(`${name}/`);
    expect(packageJson).toEqual({ version: '1.0.0', main_module: 'main', main_score: mainClass });
    expect(files.map(({ path, text }) => [path, text]).slice(0, 2)).toEqual([
      [`${name}/__init__.py`, `from .main import ${mainClass}\n`],
      [`${name}/main.py`, score.source],
    ]);
    expect(files).toHaveLength(3);
  });

  it('is known by the hash of its bytes', () => {
    const hash = createHash('sha3-256').update(archiveOf(score)).digest('hex');
    expect(codeHashOf(score)).toBe(`0x${hash}`);
    expect(scoreOfArchive(`0x${hash}`)).toBe(score);
  });

  it('declares in Python what is executed here', () => {
    const python = pythonApiOf(score);
    expect(python.entries).toEqual(apiOf(score));
    expect(python.install).toEqual(declared(score.install.inputs));
    expect(python.update).toEqual(declared(score.update.inputs));
  });

  it('has a source without tabs, blanks at the end of a line, or characters beyond ASCII', () => {
    expect(score.source).toMatch(/^[\x20-\x7e\n]+$/);
    expect(score.source).not.toMatch(/ \n/);
    expect(score.source).toMatch(/[^\n]\n$/);
  });
});

describe('archives', () => {
  it('are the same bytes whenever they are made', () => {
    expect(archiveOf({ ...IRC2 })).toEqual(archiveOf(IRC2));
    expect(archiveOf(IRC2)).toBe(archiveOf(IRC2));
  });

  it('of somebody else are not known', () => {
    expect(scoreOfArchive(`0x${'0'.repeat(64)}`)).toBeUndefined();
  });
});
