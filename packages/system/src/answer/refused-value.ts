import { inputInvalid } from '@madang/http';
import { pgErrors } from '@madang/pg';
import { cursorInvalid } from './cursor.ts';

/**
 * Runs a loader. A value that PostgreSQL cannot take came from the asker: out of the cursor, whose numbers only
 * PostgreSQL can judge in the end, or out of text that the schema let pass.
 */
export async function refusingValues<T>(
  input: Readonly<Record<string, unknown>>,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!pgErrors.badValue.is(error)) throw error;
    const cursor = input['cursor'];
    if (typeof cursor === 'string')
      throw cursorInvalid({ cursor, reason: 'holds a place that the list does not have' }, error);
    const reason = String(error.details['reason']);
    throw inputInvalid(
      { issues: [{ in: 'query', name: '', message: `A value cannot be looked up: ${reason}` }] },
      error,
    );
  }
}
