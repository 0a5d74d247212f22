import { widthOf } from './words.ts';
import type { Line } from './wrap.ts';

/** Sizes in pixels; names are drawn in a face whose characters are all of one width. */
export const FONT = 13;
export const SMALL = 12;
export const LINE = 18;

/** Width of a Latin character as a part of the size, of the widest of the usual faces (Menlo, DejaVu Sans Mono). */
const ADVANCE = 0.602;

/** Pixels that a text takes; Korean characters are as wide as they are high, which is less than two Latin ones. */
export const pixelsOf = (text: string, size = FONT): number => Math.ceil(widthOf(text) * size * ADVANCE);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for a place between tags or in quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** One line of text at a place. */
export const textAt = (x: number, y: number, text: string, classes = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${classes === '' ? '' : ` class="${classes}"`}>${escapeXml(text)}</text>`;

/** A line of spans, each in its tone. */
export function spansAt(x: number, y: number, line: Line, classes = ''): string {
  if (line.length === 0) return '';
  const spans = line.map(({ text, tone }) =>
    tone === 'plain' ? escapeXml(text) : `<tspan class="${tone}">${escapeXml(text)}</tspan>`,
  );
  const named = classes === '' ? '' : ` class="${classes}"`;
  return `<text x="${round(x)}" y="${round(y)}"${named} xml:space="preserve">${spans.join('')}</text>`;
}

/** Tenths of a pixel are enough, and the same everywhere. */
export const round = (value: number): number => Math.round(value * 10) / 10;
