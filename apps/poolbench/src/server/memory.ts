import { readFileSync } from 'node:fs';

/**
 * Bytes that a process has for itself alone; what it shares with others, such as PostgreSQL's buffers, is not counted. Null where
 * the machine does not tell (Linux, and only of processes that may be looked at).
 */
export function privateBytesOf(pid: number): number | null {
  const text = textOf(`/proc/${pid}/smaps_rollup`);
  if (text === null) return null;
  const kilobytes = Array.from(
    text.matchAll(/^Private_(?:Clean|Dirty|Hugetlb): +(\d+) kB$/gm),
    ([, amount]) => Number(amount),
  );
  return kilobytes.length === 0 ? null : kilobytes.reduce((sum, amount) => sum + amount, 0) * 1024;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
