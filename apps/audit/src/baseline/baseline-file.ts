import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Finding } from '../catalogue/finding.ts';
import { entryOf, type BaselineEntry } from './baseline.ts';
import { baselineUnreadable } from './errors.ts';

const Entry = z.object({
  fingerprint: z.string(),
  rule: z.string(),
  severity: z.string(),
  file: z.string(),
  within: z.string(),
});
const BaselineFile = z.object({ version: z.literal(1), findings: z.array(Entry) });

/** A baseline lists what a check found; more bytes than this are something else. */
const MOST_BYTES = 64 * 1024 * 1024;

export async function readBaseline(file: string): Promise<BaselineEntry[]> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isFile() !== true) throw baselineUnreadable({ file, why: 'there is no such file' });
  if (there.size > MOST_BYTES) throw baselineUnreadable({ file, why: 'it is larger than 64 MiB' });
  const { success, data, error } = BaselineFile.safeParse(parsed(file, await readFile(file, 'utf8')));
  if (success) return data.findings;
  const [issue] = error.issues;
  throw baselineUnreadable({ file, why: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() });
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw baselineUnreadable({ file, why: error instanceof Error ? error.message : String(error) }, error);
  }
}

/** The text of a baseline: one line for each finding, in an order of its own, so that a change of it is easy to read. */
export function baselineText(ruleSet: string, findings: readonly Finding[]): string {
  const lines = findings.map((finding) => JSON.stringify(entryOf(finding)));
  const sorted = findings
    .map(({ at, rule, within }, index) => ({
      line: lines[index] ?? '',
      order: [at.file, within, rule].join('\0'),
    }))
    .toSorted((left, right) => compare(left.order, right.order) || compare(left.line, right.line))
    .map(({ line }) => line);
  const list = sorted.length === 0 ? '[]' : `[\n${sorted.join(',\n')}\n]`;
  return `{\n"version": 1,\n"ruleSet": ${JSON.stringify(ruleSet)},\n"findings": ${list}\n}\n`;
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
