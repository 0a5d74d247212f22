import type { InputFile } from '../../src/domain/package/package.ts';

/** Whether a smaller package still shows the fault. */
export type Shows = (files: readonly InputFile[]) => Promise<boolean>;

/** Takes away files, and then lines, as long as the fault stays; gives up after so many tries. */
export async function minimise(
  files: readonly InputFile[],
  shows: Shows,
  mostTries = 400,
): Promise<readonly InputFile[]> {
  let tries = 0;
  const stays: Shows = async (smaller) => {
    tries += 1;
    return tries <= mostTries && (await shows(smaller));
  };
  let kept = await shrink(files, stays);
  for (const { path } of kept) {
    const lines = linesOf(kept.find((file) => file.path === path));
    const rebuilt = (left: readonly string[]) =>
      kept.map((file) =>
        file.path === path ? { path, bytes: Buffer.from(left.join('\n'), 'latin1') } : file,
      );
    const left = await shrink(lines, (fewer) => stays(rebuilt(fewer)));
    if (left.length < lines.length) kept = rebuilt(left);
  }
  return kept.map(({ path, bytes }) => ({ path, bytes: Uint8Array.from(bytes) }));
}

/** As bytes, whatever they say. */
const linesOf = (file: InputFile | undefined): string[] =>
  Buffer.from(file?.bytes ?? [])
    .toString('latin1')
    .split('\n');

/** Leaves out halves, quarters and so on, down to single items, until no single one can go. */
async function shrink<Item>(
  items: readonly Item[],
  stays: (fewer: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  let kept = items;
  for (let size = Math.ceil(items.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = kept.toSpliced(at, size);
      if (fewer.length > 0 && (await stays(fewer))) kept = fewer;
      else at += size;
    }
  }
  return kept;
}
