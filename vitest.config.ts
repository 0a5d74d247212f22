import { defineConfig } from 'vitest/config';

const conditions = ['source'];
const shared = { resolve: { conditions }, ssr: { resolve: { conditions } } };
/** What is built already is loaded as it is. */
const server = { deps: { external: [/\/dist\/.*\/files\/[^/]+\.mjs$/] } };
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

const pg = {
  globalSetup: ['packages/testkit/src/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
};

/**
 * Three projects: `unit` needs nothing but Node; `pg` gets a real PostgreSQL (and, where it asks, a real browser); `measured` does
 * too, and measures its own process, so that each file has one to itself, and none of the others runs beside it.
 */
export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        oxc,
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/{src,web,test}/**/*.test.{ts,tsx}', 'tools/**/*.test.{mjs,ts}'],
          exclude: ['**/*.pg.test.*', '**/node_modules/**'],
          testTimeout: 20_000,
          server,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        oxc,
        test: {
          ...pg,
          server,
          name: 'pg',
          include: ['{packages,apps}/*/{src,web,test}/**/*.pg.test.{ts,tsx}', 'tools/**/*.pg.test.ts'],
          exclude: ['apps/poolbench/**', '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        ...shared,
        oxc,
        test: {
          ...pg,
          name: 'measured',
          include: ['apps/poolbench/{src,test}/**/*.pg.test.{ts,tsx}'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
