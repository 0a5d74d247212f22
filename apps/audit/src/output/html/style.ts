import { readFileSync } from 'node:fs';
import { houseTokens } from '@madang/web/host';

/** The style sheet of a report's parts; its colours are the house's. */
export const reportStyle = (): string => sheet('report');

/** All that a report needs to stand alone. */
export const documentStyle = (): string => houseTokens() + sheet('document') + reportStyle();

function sheet(name: string): string {
  return readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8');
}
