import type { Rule } from '../../src/catalogue/rule.ts';
import { checkFiles } from '../../src/check-run.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { parseModule } from '../../src/domain/python/parse.ts';
import { decodeSource } from '../../src/domain/python/source.ts';
import { walk } from '../../src/domain/python/walk.ts';
import { fixFiles } from '../../src/fix/fix-files.ts';
import type { Format } from '../../src/output/format.ts';
import { jsonReport } from '../../src/output/json.ts';
import { drawPicture } from '../../src/printers/draw.ts';
import { printers } from '../../src/printers/printers.ts';

/** What an analyser must never do, whatever it is given. */
export interface Fault {
  readonly kind: 'throws' | 'rule' | 'order' | 'tree' | 'slow' | 'dies';
  /** Tells faults apart: rule and place in the source for what was thrown. */
  readonly key: string;
  readonly detail: string;
}

export interface Judges {
  readonly rules: readonly Rule[];
  /** Formats besides JSON, of which each mutant sees one. */
  readonly formats: readonly Format[];
}

/** Mutants with more lines may take longer than this. */
export const SLOW = { seconds: 5, lines: 1000 } as const;

/** Runs everything on a package twice. `turn` chooses the one format and the one printer. */
export function judge(files: readonly InputFile[], { rules, formats }: Judges, turn: number): Fault[] {
  const faults: Fault[] = [];
  const from = stamp();
  const guarded = <Value>(run: () => Value): Value | undefined => {
    try {
      return run();
    } catch (error) {
      faults.push(thrown('throws', '', error));
      return undefined;
    }
  };
  faults.push(...(guarded(() => files.flatMap(treeFaults)) ?? []));
  const watched = rules.map((rule) =>
    watchedRule(rule, (error) => faults.push(thrown('rule', rule.id, error))),
  );
  const run = guarded(() => checkFiles(fresh(files), { rules: watched }));
  const took = elapsed(from);
  if (took > SLOW.seconds && linesOf(files) < SLOW.lines) faults.push(slow(took));
  if (run === undefined) return faults;
  const options = { language: turn % 2 === 0 ? 'en' : 'ko', colour: turn % 3 === 0 } as const;
  const other = hasTwins(files) ? fresh(files) : fresh(files).toReversed();
  const first = guarded(() => jsonReport(run, options));
  const second = guarded(() => jsonReport(checkFiles(other, { rules }), options));
  if (first !== second) faults.push(otherwise(first ?? '', second ?? ''));
  guarded(() => formats[turn % formats.length]?.(run, options));
  const printer = printers[turn % printers.length];
  if (printer !== undefined) guarded(() => drawPicture(fresh(files), printer));
  if (turn % 4 === 0) guarded(() => fixFiles(fresh(files), 'unsafe', { rules }));
  return faults;
}

/** Every node lies in the text and in the node around it, and none ends before it begins. */
function treeFaults({ path, bytes }: InputFile): Fault[] {
  if (!path.endsWith('.py')) return [];
  const { text } = decodeSource(bytes);
  const { body, faults } = parseModule(text);
  const found: Fault[] = [];
  const note = (what: string, start: number, end: number) => {
    if (start > end || start < 0 || end > text.length)
      found.push({ kind: 'tree', key: what, detail: `${what} from ${start} to ${end} of ${text.length}` });
  };
  for (const { code, start, end } of faults) note(`fault ${code}`, start, end);
  for (const statement of body) walk(statement, ({ kind, start, end }) => note(kind, start, end));
  return found;
}

function watchedRule(rule: Rule, tell: (error: unknown) => void): Rule {
  return {
    ...rule,
    check(subject, report) {
      try {
        rule.check(subject, report);
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  };
}

function thrown(kind: 'throws' | 'rule', rule: string, error: unknown): Fault {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = error instanceof Error ? error.message : String(error);
  const frames = [...stack.matchAll(/apps\/audit\/src\/([\w./-]+):(\d+)/g)].map(
    ([, file, line]) => `${file ?? ''}:${line ?? ''}`,
  );
  // Where a stack overflows is chance, and which rule happens to be the first to ask for a fact that cannot be had, too.
  const place = message.includes('call stack')
    ? ([...new Set(frames)].toSorted()[0] ?? '')
    : (frames[0] ?? rule);
  return { kind, key: `${message.slice(0, 60)} ${place}`, detail: `${rule} ${stack.slice(0, 3000)}` };
}

function otherwise(first: string, second: string): Fault {
  const [left, right] = [first.split('\n'), second.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const around = (lines: string[]) => lines.slice(Math.max(at - 3, 0), at + 3).join('\n');
  return { kind: 'order', key: 'order', detail: `${around(left)}\n--- and then ---\n${around(right)}` };
}

const slow = (seconds: number): Fault => ({ kind: 'slow', key: 'slow', detail: `${seconds.toFixed(1)} s` });

/** Bytes of their own, so that nothing is remembered from another run. */
const fresh = (files: readonly InputFile[]): InputFile[] =>
  files.map(({ path, bytes }) => ({ path, bytes: bytes.slice() }));

/** Two files at one path, which no folder and no archive gives: the order says which one counts. */
const hasTwins = (files: readonly InputFile[]) => new Set(files.map(({ path }) => path)).size < files.length;

export const linesOf = (files: readonly InputFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.filter((byte) => byte === 10).length + 1, 0);

/** The smaller of both clocks: others may use this processor, and this process has threads of its own. */
const stamp = () => ({ wall: performance.now(), cpu: process.cpuUsage() });

function elapsed({ wall, cpu }: ReturnType<typeof stamp>): number {
  const { user, system } = process.cpuUsage(cpu);
  return Math.min((performance.now() - wall) / 1000, (user + system) / 1e6);
}
