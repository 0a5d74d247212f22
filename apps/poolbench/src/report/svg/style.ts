import { readFileSync } from 'node:fs';

/** The style sheet of the charts, to stand inside the page that shows them. */
export const chartStyle = readFileSync(new URL('./chart.css', import.meta.url), 'utf8');
