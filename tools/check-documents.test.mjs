import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDocuments } from './check-documents.mjs';
import { anchorsIn } from './documents/markdown.mjs';

/** A place of one machine, put together here so that this file does not hold it. */
const place = (/** @type {string[]} */ ...names) => `/${names.join('/')}`;

/** @param {Record<string, string | Buffer>} files */
function findingsIn(files) {
  const root = mkdtempSync(join(tmpdir(), 'madang-documents-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return checkDocuments(root);
}

describe('links', () => {
  it('may lead to files, folders, anchors, images and other sites', () => {
    const README = [
      '# The house',
      '[a](docs/guide.md) [b](./docs/) [c](docs/guide.md#첫-걸음-step-1) [d](#the-house) [e](<docs/a%20b.md>)',
      '![f](docs/yard.png "the yard") [g](https://example.org/nowhere) [h](mailto:a@example.org) [i][ref]',
      '',
      '[ref]: docs/guide.md',
      '<a href="docs/guide.md"><img src="docs/yard.png"></a>',
    ].join('\n');
    const files = {
      'docs/guide.md': '## 첫 걸음: *Step* 1',
      'docs/a b.md': '',
      'docs/yard.png': Buffer.alloc(9),
    };
    expect(findingsIn({ 'README.md': README, ...files })).toEqual([]);
  });

  it('are found when they lead nowhere, with file, line and reason', () => {
    const README =
      '# House\n\n[a](docs/gone.md)\n[b](#home) [c](../up.md)\n[d][]\n\n[d]: gone.png\n<img src="gone.svg">';
    expect(findingsIn({ 'README.md': README })).toEqual([
      'README.md:3 links to docs/gone.md: there is no docs/gone.md in the repository',
      'README.md:4 links to #home: README.md has no heading with that anchor',
      'README.md:4 links to ../up.md: it leaves the repository',
      'README.md:7 links to gone.png: there is no gone.png in the repository',
      'README.md:8 links to gone.svg: there is no gone.svg in the repository',
    ]);
  });

  it('are no links within code and comments', () => {
    const README =
      '`[a](gone.md)` ``[b](`gone.md)``\n```md\n[c](gone.md)\n```\n~~~\n[d](gone.md)\n~~~\n<!-- [e](gone.md) -->';
    expect(findingsIn({ 'README.md': README })).toEqual([]);
  });

  it('may not lead to what git ignores', () => {
    const files = { '.gitignore': 'dist/', 'README.md': '[a](dist/a.md)', 'dist/a.md': '' };
    expect(findingsIn(files)).toEqual([
      'README.md:1 links to dist/a.md: there is no dist/a.md in the repository',
    ]);
  });
});

describe('anchors', () => {
  it('are made from headings as code hosts make them', () => {
    const text =
      '# A `b` (c)\n## Same\n## Same\n### [Link](x.md) & more ###\n```\n# not me\n```\n<a id="own"></a>';
    expect([...anchorsIn(text)]).toEqual(['a-b-c', 'same', 'same-1', 'link--more', 'own']);
  });
});

describe('paths between backticks in the guides', () => {
  const files = { 'apps/tracker/src/index.ts': '', 'tools/start.mjs': '' };

  it('must be there', () => {
    const README =
      'See `apps/tracker/src/index.ts`, `./tools/start.mjs`, `apps/tracker/`,\nand `apps/tracker/src/gone.ts`.';
    expect(findingsIn({ ...files, 'README.md': README })).toEqual([
      'README.md:2 names apps/tracker/src/gone.ts, which is not there; ' +
        'if it is only an example, write NAME in capitals or show it in a code block',
    ]);
  });

  it('are left alone when they are patterns, examples, commands, or of other folders', () => {
    const README =
      '`apps/*/src` `apps/NAME/x.ts` `apps/weather/src/x.ts` `apps/<name>/x.ts` `apps/…` `node tools/gone.mjs` `other/gone.ts` `and/or`';
    expect(findingsIn({ ...files, 'README.md': README })).toEqual([]);
  });
});

describe('traces of one machine', () => {
  it('are found in any text', () => {
    const files = {
      'a.ts': `read('${place('home', 'kim', 'x')}');`,
      'b.txt': `see\n${place('root', 'notes')} and https://registry.${'npmjs'}.org/x`,
    };
    expect(findingsIn(files)).toEqual([
      `a.ts:1 holds a path of one machine: ${place('home', 'kim')}`,
      'b.txt:2 holds a path of one machine: ' + place('root', 'notes'),
      `b.txt:2 holds the host of a package registry: registry.${'npmjs'}`,
    ]);
  });

  it('are not seen in addresses, longer paths or binary files', () => {
    const files = {
      'a.md': `https://example.org${place('home', 'kim')} and apps${place('work', 'x')}`,
      'b.bin': Buffer.from(`\0${place('home', 'kim')}`),
    };
    expect(findingsIn(files)).toEqual([]);
  });
});
