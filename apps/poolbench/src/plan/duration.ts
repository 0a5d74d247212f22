import { z } from 'zod';

const FORM = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h)$/;
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 };

/** A duration with its unit, `500ms`, `2s`, `30min`, as milliseconds. A bare number would leave open of what. */
export const Duration = z
  .string({ error: 'must be a duration with its unit, such as 500ms or 2s' })
  .regex(FORM, 'must be a duration with its unit, such as 500ms or 2s')
  .transform((text) => {
    const [, amount = '', unit = ''] = FORM.exec(text) ?? [];
    return Number(amount) * (MILLISECONDS[unit] ?? NaN);
  });
