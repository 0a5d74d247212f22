import { printable } from '@madang/errors';
import type { Finding } from '../catalogue/finding.ts';
import type { PackageReport } from '../analyse.ts';
import type { Paint } from '../output/paint.ts';
import { changedLines } from './changed-lines.ts';

/** More of a fix is shown by `--diff`. */
const MOST_LINES = 12;

/** What the fix of a finding would change, and by which flag. */
export function fixBlock(
  { fix, at }: Finding,
  { package: { modules }, root }: PackageReport,
  language: 'en' | 'ko',
  paint: Paint,
): string[] {
  const path = root === '' ? at.file : at.file.slice(root.length + 1);
  const module = modules.find((candidate) => candidate.path === path);
  if (fix === undefined || module === undefined) return [];
  const changed = changedLines(module, fix.edits);
  const shown = changed.slice(0, MOST_LINES).map(({ sign, text }) => {
    const line = `${sign} ${printable(text.replaceAll('\t', '    '), 160)}`;
    return `    ${paint(sign === '-' ? 'red' : 'green', line)}`;
  });
  const flag = fix.safe ? '--fix' : '--fix-unsafe';
  const head = language === 'ko' ? `${flag}로 고칠 수 있습니다:` : `${flag} mends it:`;
  return [`  ${paint('green', head)}`, ...shown, ...(changed.length > MOST_LINES ? ['    …'] : [])];
}
