import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];
/** Puts a style on a piece of text, where colours may be used. */
export type Paint = (style: Style, text: string) => string;

export const painter =
  ({ colour }: { readonly colour: boolean }): Paint =>
  (style, text) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
