import { styleText } from 'node:util';
import { printable } from '@madang/errors';
import { createTwoFilesPatch } from 'diff';
import type { InputFile } from '../domain/package/package.ts';
import { decodeSource } from '../domain/python/source.ts';

/** The difference between two states of files as a unified diff, as `git apply` and `patch -p1` take it; empty where there is none. */
export function patchOf(before: readonly InputFile[], after: readonly InputFile[]): string {
  const old = new Map(before.map((file) => [file.path, file]));
  return after
    .toSorted((left, right) => (left.path < right.path ? -1 : 1))
    .map((file) => filePatch(old.get(file.path), file))
    .join('');
}

function filePatch(before: InputFile | undefined, after: InputFile): string {
  if (before === undefined || before.bytes === after.bytes) return '';
  const path = printable(after.path, 1000);
  const names = [`a/${path}`, `b/${path}`] as const;
  const patch = createTwoFilesPatch(...names, textOf(before), textOf(after), '', '', { context: 3 });
  return patch.replace(/^=+\n/, '');
}

const textOf = ({ bytes }: InputFile): string => decodeSource(bytes).text;

/** A unified diff as a terminal shows it: without what a terminal would take for an order, and coloured where it can be. */
export function shownPatch(patch: string, colour: boolean): string {
  return patch
    .split('\n')
    .map((line) => {
      const safe = printable(line.replace(/\r$/, ''), 400);
      const style = colour ? styleOf(line) : undefined;
      return style === undefined ? safe : styleText(style, safe, { validateStream: false });
    })
    .join('\n');
}

function styleOf(line: string): 'bold' | 'cyan' | 'red' | 'green' | undefined {
  if (/^(?:---|\+\+\+) /.test(line)) return 'bold';
  if (line.startsWith('@@')) return 'cyan';
  if (line.startsWith('-')) return 'red';
  return line.startsWith('+') ? 'green' : undefined;
}
