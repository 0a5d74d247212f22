import { readFileSync } from 'node:fs';
import { chartStyle } from '../svg/style.ts';

/** The style sheet of the page, its charts' included. */
export const htmlStyle = readFileSync(new URL('./html.css', import.meta.url), 'utf8') + chartStyle;
