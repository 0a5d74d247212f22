import { join } from 'node:path';
import type { InputFile } from '../../src/domain/package/package.ts';
import { drawPicture } from '../../src/printers/draw.ts';
import type { Picture } from '../../src/printers/picture.ts';
import { printers } from '../../src/printers/printers.ts';
import { pictureFormats } from '../../src/printers/render/formats.ts';
import { readSample } from '../samples/sample.ts';

const TEACHING = join(import.meta.dirname, '../fixtures/teaching');

export const teaching = (name: string): readonly InputFile[] => readSample(join(TEACHING, name), name).files;

/** A package of one module, `score.py`, whose main class is `Main`. */
export function packageOf(source: string, main = 'Main'): InputFile[] {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return [
    { path: 'package.json', bytes: bytes(JSON.stringify({ main_module: 'score', main_score: main })) },
    { path: 'score.py', bytes: bytes(`from iconservice import *\n${source}`) },
  ];
}

export function drawn(files: readonly InputFile[], name: string, className?: string): Picture {
  const printer = printers.find((each) => each.name === name);
  if (printer === undefined) throw new Error(`no printer ${name}`);
  return drawPicture(files, printer, className);
}

interface Wanted {
  readonly language?: 'en' | 'ko';
  readonly className?: string;
}

/** What `--format` of a printer writes. */
export function written(
  files: readonly InputFile[],
  name: string,
  format: keyof typeof pictureFormats,
  { language = 'en', className }: Wanted = {},
): string {
  const picture = drawn(files, name, className);
  return pictureFormats[format](picture, { language, colour: false, printer: name });
}

/** The text without its title and sentence. */
export const body = (files: readonly InputFile[], name: string, wanted: Wanted = {}): string =>
  written(files, name, 'text', wanted).split('\n\n').slice(1).join('\n\n');
