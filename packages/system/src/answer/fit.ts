import { defineError } from '@madang/errors';
import type { FastifyRequest } from '@madang/http';
import type { JsonSchema } from './json-schema.ts';

export const misfit = defineError<{ what: string; faults: readonly string[] }>({
  code: 'SYSTEM_MISFIT',
  status: 500,
  retry: 'never',
  message: ({ what, faults }) =>
    `What ${what} gave does not fit the schema it declares: ${faults.join('; ')}. Mend the loader or the schema.`,
});

/**
 * Makes sure that a value fits its schema before it is serialised: the compiled serializer would leave out what the schema
 * does not know and change what is of another type, and nobody would notice.
 *
 * @throws SYSTEM_MISFIT
 */
export function checkFit(request: FastifyRequest, what: string, schema: JsonSchema, value: unknown): void {
  // Compiled at the first call for a schema object, and kept.
  const fits = request.compileValidationSchema(schema);
  if (fits(value)) return;
  const faults = (fits.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  );
  throw misfit({ what, faults });
}
