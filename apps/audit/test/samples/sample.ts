import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { InputFile } from '../../src/domain/package/package.ts';

/** A sample package: a single file, or a folder. */
export interface Sample {
  readonly name: string;
  readonly files: readonly InputFile[];
  readonly marks: readonly Mark[];
  /** What the name says: `bad…`, `good…`. */
  readonly kind: 'bad' | 'good';
}

/** What a line of a sample says of a rule: that it is found there, or not; `todo` marks what is known to come out otherwise. */
export interface Mark {
  readonly rule: string;
  readonly file: string;
  /** 0 where only the file is named. */
  readonly line: number;
  readonly found: boolean;
  readonly todo: boolean;
  /** Where one engine alone refuses it. */
  readonly engine?: 'v1' | 'goloop';
  /** What it is told as, where that is said: `# expect: C01 as info`. */
  readonly severity?: string | undefined;
}

const MARK =
  /#\s*(todo )?(expect|ok):\s*([A-Z]\d\d(?:\s*,\s*[A-Z]\d\d)*)(?: as (critical|high|medium|low|info)\b)?/g;
const LISTED = /^(todo )?(expect|ok)(?:\[(v1|goloop)\])?: ([A-Z]\d{2,3}) ([^\s:]+)(?::(\d+))?/gm;

/** All samples in the folder of a rule, by name. */
export function readSamples(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((name) => /^(?:bad|good)/.test(name))
    .toSorted()
    .map((name) => readSample(join(folder, name), name));
}

export function readSample(path: string, name: string): Sample {
  const files = statSync(path).isDirectory()
    ? readFolder(path, path)
    : [{ path: name, bytes: readFileSync(path) }];
  const marks = files.filter(({ path: file }) => file.endsWith('.py')).flatMap(marksOf);
  const listed = join(path, 'expect.txt');
  const kind = name.startsWith('good') ? 'good' : 'bad';
  return {
    name,
    kind,
    files,
    marks: existsSync(listed) ? [...marks, ...readList(readFileSync(listed, 'utf8'))] : marks,
  };
}

function readFolder(root: string, folder: string): InputFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readFolder(root, path);
      return entry.name === 'expect.txt'
        ? []
        : [{ path: relative(root, path).split(sep).join('/'), bytes: readFileSync(path) }];
    });
}

export function marksOf({ path, bytes }: InputFile): Mark[] {
  const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  return lines.flatMap((text, index) =>
    [...text.matchAll(MARK)].flatMap(([, todo, word, rules = '', severity]) =>
      rules.split(',').map((rule) => ({
        rule: rule.trim(),
        file: path,
        line: index + 1,
        found: word === 'expect',
        todo: todo !== undefined,
        severity,
      })),
    ),
  );
}

/** Lines `expect: L13 package.json`, `expect: D01 sub/file.py:3` and `expect[v1]: D01 score.py:2` beside a package. */
function readList(text: string): Mark[] {
  return [...text.matchAll(LISTED)].map(([, todo, word, engine, rule = '', file = '', line]) => ({
    rule,
    file,
    line: Number(line ?? 0),
    found: word === 'expect',
    todo: todo !== undefined,
    ...(engine === 'v1' || engine === 'goloop' ? { engine } : {}),
  }));
}
