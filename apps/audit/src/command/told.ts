import { printable } from '@madang/errors';
import type { CheckRun } from '../check-run.ts';
import type { Fixed } from '../fix/fix-files.ts';
import type { CheckFlags } from './check-flags.ts';

type Language = 'en' | 'ko';

/** What was mended, for people. */
export function toldFixes(
  { applied, refused }: Fixed,
  written: readonly string[],
  language: Language,
): string[] {
  const files = written.map((path) => printable(path, 300)).join(', ');
  const [count, kept] = [applied.length, refused.length];
  const mended =
    count === 0
      ? { en: 'Nothing to mend.', ko: '고칠 것이 없습니다.' }
      : { en: `Mended ${count} in ${files}.`, ko: `${count}개를 고쳤습니다: ${files}` };
  const left = {
    en: `${kept} left as they were: the file could not be read or written with the fix in it.`,
    ko: `${kept}개는 그대로 두었습니다. 고치면 파일을 읽거나 쓸 수 없게 됩니다.`,
  };
  return kept === 0 ? [mended[language]] : [mended[language], left[language]];
}

/** Which entries of a baseline are stale, and that one was written. */
export function toldBaseline(
  { baseline, reports }: CheckRun,
  { writeBaseline }: CheckFlags,
  language: Language,
): string[] {
  const stale = (baseline?.stale ?? []).map(({ rule, file, within, fingerprint }) => {
    const where = `${rule} ${printable(file, 300)}${within === '' ? '' : ` ${printable(within, 200)}`} (${printable(fingerprint, 40)})`;
    return language === 'ko'
      ? `기준선의 항목을 더 이상 찾을 수 없습니다: ${where}`
      : `The baseline lists what is not found any more: ${where}`;
  });
  if (writeBaseline === undefined) return stale;
  const count = reports.reduce((sum, { findings, known }) => sum + findings.length + known.length, 0);
  const file = printable(writeBaseline, 300);
  return [
    ...stale,
    language === 'ko' ? `기준선에 ${count}개를 썼습니다: ${file}` : `Wrote a baseline of ${count}: ${file}`,
  ];
}
