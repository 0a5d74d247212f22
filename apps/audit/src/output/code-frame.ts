import type { PackageReport } from '../analyse.ts';
import type { Stretch } from '../catalogue/finding.ts';
import type { Module } from '../domain/package/package.ts';

/** A line of the source beside a finding. Columns count from 0 in UTF-16 units. */
export interface FrameLine {
  readonly number: number;
  /** At most as long as the frame is wide; … stands for what is cut off. */
  readonly text: string;
  /** The part of it that is meant; nothing of the lines around. */
  readonly mark: { readonly start: number; readonly end: number } | undefined;
}

export interface FrameSize {
  readonly before: number;
  readonly after: number;
  /** Lines of the finding itself. */
  readonly lines: number;
  readonly width: number;
}

/** The lines of a finding and some around them; none where its file is no Python. */
export function codeFrame(at: Stretch, report: PackageReport, size: FrameSize): FrameLine[] {
  const module = moduleAt(at, report);
  if (module === undefined) return [];
  const first = Math.max(1, at.start.line - size.before);
  const marked = Math.min(at.end.line, at.start.line + size.lines - 1);
  const last = Math.min(module.lines.count, marked + size.after);
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return numbers.map((number) =>
    frameLine(module, number, number <= marked && number >= at.start.line ? at : undefined, size.width),
  );
}

function moduleAt({ file }: Stretch, { root, package: { modules } }: PackageReport): Module | undefined {
  const path = root === '' ? file : file.slice(root.length + 1);
  return modules.find((module) => module.path === path);
}

function frameLine({ lines }: Module, number: number, at: Stretch | undefined, width: number): FrameLine {
  const whole = lines.textOf(number);
  const indent = whole.length - whole.trimStart().length;
  const start = at?.start.line === number ? at.start.column : indent;
  const end = at?.end.line === number ? at.end.column : whole.length;
  // Of a line that is too long, the part around what is meant.
  const from = whole.length <= width || start < width / 2 ? 0 : start - Math.floor(width / 4);
  const text = `${from > 0 ? '…' : ''}${whole.slice(from, from + width)}${whole.length > from + width ? '…' : ''}`;
  const shift = from > 0 ? 1 - from : 0;
  const mark = {
    start: Math.min(text.length, start + shift),
    end: Math.min(text.length, Math.max(end, start + 1) + shift),
  };
  return { number, text, mark: at === undefined ? undefined : mark };
}
