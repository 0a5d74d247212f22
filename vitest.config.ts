import { defineConfig } from 'vitest/config';

const conditions = ['source'];
const shared = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

/** Two projects: `unit` needs nothing but Node; `pg` gets a real PostgreSQL (and, where it asks, a real browser). */
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
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        oxc,
        test: {
          name: 'pg',
          include: ['{packages,apps}/*/{src,web,test}/**/*.pg.test.{ts,tsx}', 'tools/**/*.pg.test.ts'],
          globalSetup: ['packages/testkit/src/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
