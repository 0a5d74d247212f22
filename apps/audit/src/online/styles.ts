import { readFileSync } from 'node:fs';
import { reportStyle } from '../output/html/style.ts';

/** Style sheets of the audit's pages: those of a report, and what is around it. */
export const auditStyles = (): string[] => [
  reportStyle(),
  readFileSync(new URL('./online.css', import.meta.url), 'utf8'),
];
