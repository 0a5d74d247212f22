import type { Random } from './random.ts';

/** Changes a text; `donor` is another of the corpus. */
export type MutateText = (text: string, random: Random, donor: string) => string;

/** Changes of whole lines. */
export const lineMutations: Readonly<Record<string, MutateText>> = {
  'delete lines': onLines((lines, at, random) => lines.toSpliced(at, 1 + random.below(4))),
  'double a line': onLines((lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  'swap two lines': onLines((lines, at, random) => {
    const other = random.below(lines.length);
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
  }),
  'move a block': onLines((lines, at, random) => {
    const length = 1 + random.below(12);
    const block = lines.slice(at, at + length);
    const rest = lines.toSpliced(at, length);
    return rest.toSpliced(random.below(rest.length + 1), 0, ...block);
  }),
  'indent otherwise': onLines((lines, at, random) => {
    const indent = random.pick(['', ' ', '    ', '        ', '\t', ' \t', '\f    ']) ?? '';
    return lines.with(at, indent + (lines[at] ?? '').trimStart());
  }),
  'lines of another': (text, random, donor) => {
    const from = donor.split('\n');
    const start = random.below(from.length);
    const taken = from.slice(start, start + 1 + random.below(30));
    return onLines((lines, at) => lines.toSpliced(at, 0, ...taken))(text, random, donor);
  },
  'head of one, tail of another': (text, random, donor) => {
    const [head, tail] = [text.split('\n'), donor.split('\n')];
    return [...head.slice(0, random.below(head.length)), ...tail.slice(random.below(tail.length))].join('\n');
  },
  'both, one behind the other': (text, _, donor) => `${text}\n${donor}`,
  'other line ends': (text, random) =>
    text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\r', '\\\n']) ?? '\n'),
};

function onLines(change: (lines: string[], at: number, random: Random) => string[]): MutateText {
  return (text, random) => {
    const lines = text.split('\n');
    return change(lines, random.below(lines.length), random).join('\n');
  };
}
