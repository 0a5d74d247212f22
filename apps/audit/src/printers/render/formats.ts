import type { Picture } from '../picture.ts';
import { pictureJson } from './json.ts';
import { pictureMermaid } from './mermaid.ts';
import type { TextOptions } from './pen.ts';
import { pictureSvg } from './svg.ts';
import { pictureText } from './text.ts';

export interface RenderOptions extends TextOptions {
  /** Name of the printer. */
  readonly printer: string;
}

/** How a picture is written, by the name that `--format` takes. The same picture gives the same text. */
export const pictureFormats = {
  text: (picture: Picture, options: RenderOptions) => pictureText(picture, options),
  json: (picture: Picture, { printer }: RenderOptions) => pictureJson(printer, picture),
  mermaid: (picture: Picture, { language }: RenderOptions) => pictureMermaid(picture, language),
  svg: (picture: Picture, { language }: RenderOptions) => pictureSvg(picture, language),
} as const satisfies Readonly<Record<string, (picture: Picture, options: RenderOptions) => string>>;
