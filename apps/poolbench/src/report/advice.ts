import type { Report } from './report.ts';

/** Settings for the advised size, of each driver; none when no size was advised. */
export function settingsToPaste({ sections }: Report): string[] {
  const sizes = sections
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ answer }) => answer === 'advised')
    .flatMap(({ value }) => value ?? []);
  if (sizes.length === 0) return [];
  const size = Math.max(...sizes);
  return [
    'To paste, for one process like this one:',
    `  new Pool({ max: ${size}, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30000 })   // pg`,
    `  postgres(url, { max: ${size}, connect_timeout: 5, idle_timeout: 30 })                 // postgres.js`,
  ];
}
