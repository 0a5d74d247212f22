import { readFileSync } from 'node:fs';
import { houseTokens } from '@madang/web/host';
import { chartStyle } from '../svg/style.ts';

/** The style sheet of a report's parts, its charts' included; its colours are the house's. */
export const reportStyle = sheet('report') + chartStyle;

/** All that a report needs to stand alone, in a file without a network. */
export const documentStyle = houseTokens() + sheet('document') + reportStyle;

function sheet(name: string): string {
  return readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8');
}
