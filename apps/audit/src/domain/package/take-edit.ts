import type { Mutable } from '../mutable.ts';
import { Lines } from '../python/lines.ts';
import { move } from '../python/move.ts';
import { parseFunction } from '../python/parse.ts';
import type { ClassDefinition, FunctionDefinition, Place, Statement } from '../python/tree.ts';
import type { Module } from './package.ts';

/** A function that was edited and kept its name: its tree before and after. */
export interface EditedFunction {
  readonly before: FunctionDefinition;
  readonly after: FunctionDefinition;
}

/**
 * Takes a newer text of a module into its tree, where all that changed lies in one function or right below it: that function is read
 * anew, and what stands behind it moves; all other nodes stay the ones that they were. Changes the module, which nobody else may hold.
 * Gives undefined where more has changed, or cannot be read: then nothing is touched, and the module has to be read whole.
 */
export function takeEdit(module: Module, text: string): EditedFunction | undefined {
  const edit = editBetween(module.text, text);
  const place = functionAround(module, module.body, module.text.length, edit);
  if (place === undefined) return undefined;
  const by = text.length - module.text.length;
  const from = lineStart(module, place.before.start);
  const to = place.until + by;
  const read = endsLine(text, to) ? parseFunction(text, from, to) : undefined;
  if (read?.node.name !== place.before.name) return undefined;
  // A text that never ends swallows what stands behind the function, too.
  if (read.faults.some(({ end }) => end >= to)) return undefined;
  place.put(read.node);
  for (const { block, index, cls } of place.around.toReversed()) {
    for (const behind of block.slice(index + 1)) move(behind, by);
    if (cls !== undefined) (cls as Mutable<ClassDefinition>).end = block.at(-1)?.end ?? cls.end;
  }
  Object.assign(module as Mutable<Module>, {
    text,
    lines: new Lines(text),
    comments: replaced(module.comments, read.comments, place, by),
    faults: replaced(module.faults, read.faults, place, by),
  });
  return { before: place.before, after: read.node };
}

/** Whether a statement may begin at a place: a line that ends with a backslash goes on in the next one. */
const endsLine = (text: string, at: number): boolean =>
  at === text.length || /[^\\]\s*[\r\n]$/.test(text.slice(Math.max(0, at - 100), at));

/**
 * Those before a function, what stands in it now, and those behind it, which have moved. What is said of its very beginning is that it
 * does not stand where a statement may, which an edit of its body does not change.
 */
function replaced<Placed extends Place>(
  older: readonly Placed[],
  now: readonly Placed[],
  { before, until }: FunctionPlace,
  by: number,
): Placed[] {
  const behind = older.filter(({ start }) => start >= until);
  return [
    ...older.filter(({ start }) => start <= before.start),
    ...now,
    ...behind.map((each) => ({ ...each, start: each.start + by, end: each.end + by })),
  ];
}

/** A stretch of the older text, in place of which something else stands in the newer one. */
interface Edit {
  readonly start: number;
  readonly end: number;
}

function editBetween(older: string, newer: string): Edit {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start += 1;
  let behind = 0;
  while (
    behind < shorter - start &&
    older.charCodeAt(older.length - 1 - behind) === newer.charCodeAt(newer.length - 1 - behind)
  )
    behind += 1;
  return { start, end: older.length - behind };
}

interface FunctionPlace {
  readonly before: FunctionDefinition;
  /** Where the line of the next statement begins. */
  readonly until: number;
  /** The blocks around it from the outside in, the class whose body each is, and where in there the function or the next class stands. */
  readonly around: readonly {
    readonly block: readonly Statement[];
    readonly index: number;
    readonly cls: ClassDefinition | undefined;
  }[];
  /** Puts another function in its place. */
  readonly put: (fn: FunctionDefinition) => void;
}

/** The function, of a class or of the module itself, in which an edit lies. */
function functionAround(
  module: Module,
  body: readonly Statement[],
  end: number,
  edit: Edit,
  cls?: ClassDefinition,
): FunctionPlace | undefined {
  const index = body.findLastIndex(({ start }) => start <= edit.start);
  const [here, next] = [body[index], body[index + 1]];
  if (here === undefined) return undefined;
  const until = next === undefined ? end : lineStart(module, next.start);
  if (edit.end > until) return undefined;
  const own = { block: body, index, cls };
  const put = (fn: FunctionDefinition) => void (body as Statement[]).splice(index, 1, fn);
  if (here.kind === 'FunctionDefinition') return { before: here, until, around: [own], put };
  if (here.kind !== 'ClassDefinition') return undefined;
  const inner = functionAround(module, here.body, until, edit, here);
  return inner === undefined ? undefined : { ...inner, around: [own, ...inner.around] };
}

const lineStart = ({ lines }: Module, offset: number): number => lines.startOf(lines.lineOf(offset));
