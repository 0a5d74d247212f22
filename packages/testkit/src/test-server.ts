/** Name of the variable with the address of the server that tests use. Set from outside, it names one to use instead of our own. */
export const TEST_SERVER = 'DATABASE_URL_TEST';

/** The address of the server of this test run. */
export function testServerUrl(): string {
  const url = process.env[TEST_SERVER];
  if (url === undefined)
    throw new Error('No test server: name the file *.pg.test.ts, so that it runs in the project "pg".');
  return url;
}
