import type { Database } from '@madang/pg';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterEach } from 'vitest';

const MIGRATIONS = [
  { schema: 'indexer', folder: new URL('../migrations/', import.meta.url) },
  { schema: 'probe', folder: new URL('./migrations/', import.meta.url) },
];

/** Empty databases with the tables of the engine and of the probes, removed after each test. */
export function testDatabases(): () => Promise<TestDatabase> {
  const opened: TestDatabase[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((test) => test.drop()));
  });
  return async () => {
    const test = await createTestDatabase({ migrations: MIGRATIONS });
    opened.push(test);
    return test;
  };
}

/** The same for tests that need the database alone. */
export function databases(): () => Promise<Database> {
  const open = testDatabases();
  return async () => (await open()).database;
}
