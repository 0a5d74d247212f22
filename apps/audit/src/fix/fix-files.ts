import type { AnalyseOptions } from '../analyse.ts';
import { analyse } from '../analyse.ts';
import type { Edit, Finding } from '../catalogue/finding.ts';
import type { InputFile } from '../domain/package/package.ts';
import { parseModule } from '../domain/python/parse.ts';
import { decodeSource } from '../domain/python/source.ts';
import { chooseFixes, isMendable, type Mendable } from './choose-fixes.ts';
import { editBytes } from './edit-bytes.ts';

/** Which fixes are applied: those that keep what the contract does, or also those that may change it. */
export type FixKind = 'safe' | 'unsafe';

export interface Fixed {
  /** All files, mended. */
  readonly files: readonly InputFile[];
  readonly applied: readonly Finding[];
  /** Findings whose fix was not applied, since the file could then not be read or not be written any more. */
  readonly refused: readonly Finding[];
}

/** One fix can make room for another; more rounds than this are a circle. */
const MOST_ROUNDS = 12;

/** Applies the fixes of what is found, and looks again until there is none left. Nothing is written. */
export function fixFiles(files: readonly InputFile[], kind: FixKind, options: AnalyseOptions): Fixed {
  let current = files;
  const applied: Finding[] = [];
  const refused = new Map<string, Finding>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = analyse(current, options).flatMap(({ findings }) => findings.filter(isMendable));
    const chosen = chooseFixes(
      found.filter(({ fix, fingerprint }) => (fix.safe || kind === 'unsafe') && !refused.has(fingerprint)),
    );
    if (chosen.length === 0) break;
    const going = fixesThatGo(current, chosen);
    if (going.length < chosen.length)
      for (const finding of chosen)
        if (edited(current, [finding]) === undefined) refused.set(finding.fingerprint, finding);
    current = edited(current, going) ?? current;
    applied.push(...going);
  }
  return { files: current, applied, refused: [...refused.values()] };
}

/** All of them, or those that go alone; and if these do not go together, the first of them: the others have their turn later. */
function fixesThatGo(files: readonly InputFile[], findings: readonly Mendable[]): readonly Mendable[] {
  if (edited(files, findings) !== undefined) return findings;
  const alone = findings.filter((finding) => edited(files, [finding]) !== undefined);
  return edited(files, alone) === undefined ? alone.slice(0, 1) : alone;
}

/** The files with the fixes in them; undefined where one of them could then not be read or written. */
function edited(files: readonly InputFile[], findings: readonly Mendable[]): InputFile[] | undefined {
  const edits = new Map<string, Edit[]>();
  for (const edit of findings.flatMap(({ fix }) => fix.edits))
    edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  const result: InputFile[] = [];
  for (const file of files) {
    const own = edits.get(file.path);
    const bytes = own === undefined ? file.bytes : editBytes(file.bytes, own);
    if (bytes === undefined || (own !== undefined && faultsOf(bytes) > faultsOf(file.bytes)))
      return undefined;
    result.push(own === undefined ? file : { path: file.path, bytes });
  }
  return result;
}

const faultsOf = (bytes: Uint8Array): number => parseModule(decodeSource(bytes).text).faults.length;
