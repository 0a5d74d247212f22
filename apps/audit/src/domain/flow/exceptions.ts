import { meaningOf, type Meaning } from '../model/meaning.ts';
import type { Subject } from '../model/subject.ts';
import type { Handler } from '../python/tree.ts';
import type { StepOf } from './flow.ts';
import type { TryFrame } from './steps.ts';

/** Python's exceptions with those that they derive from, as far as contracts raise them. */
const ABOVE: ReadonlyMap<string, readonly string[]> = new Map([
  ['KeyError', ['LookupError']],
  ['IndexError', ['LookupError']],
  ['ZeroDivisionError', ['ArithmeticError']],
  ['OverflowError', ['ArithmeticError']],
  ['NotImplementedError', ['RuntimeError']],
  ['PermissionError', ['OSError']],
  ['UnicodeDecodeError', ['UnicodeError', 'ValueError']],
]);

/** Whether an exception passes all handlers on its way out of the entry point. */
export function isThrownOut(subject: Subject, step: StepOf<'raise'>, exception: Meaning): boolean {
  const names = namesOf(exception);
  // Whoever runs through an iterator takes this for its end.
  if (names.has('StopIteration')) return false;
  return !step.tries.some((frame) => handlersOf(frame).some((handler) => takes(subject, handler, names)));
}

/** Names of an exception's class and of all that it derives from. */
function namesOf(exception: Meaning): ReadonlySet<string> {
  if (exception.kind === 'class') {
    const above = [...exception.cls.roots].flatMap((name) => [name, ...(ABOVE.get(name) ?? [])]);
    return new Set([...exception.cls.order.map(({ name }) => name), ...above, 'Exception', 'BaseException']);
  }
  if (exception.kind !== 'builtin') return new Set(['Exception', 'BaseException']);
  return new Set([exception.name, ...(ABOVE.get(exception.name) ?? []), 'Exception', 'BaseException']);
}

const handlersOf = ({ handlers }: TryFrame): Handler[] =>
  handlers.flatMap(({ node }) => (node.kind === 'Handler' ? [node] : []));

function takes({ program, facts }: Subject, handler: Handler, names: ReadonlySet<string>): boolean {
  const { type } = handler;
  const found = facts.find(handler);
  if (type === undefined || found === undefined) return true;
  return (type.kind === 'Tuple' ? type.elements : [type]).some((each) => {
    const meaning = meaningOf(program, found, each);
    if (meaning.kind === 'class') return names.has(meaning.cls.name);
    return meaning.kind === 'builtin' && names.has(meaning.name);
  });
}
