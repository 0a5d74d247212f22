import { meaningOf } from '../../domain/model/meaning.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { counted, listed, nothing, places, seen, type Look, type Looker } from '../look.ts';

const REFLECTION: ReadonlySet<string> = new Set([
  'getattr',
  'setattr',
  'delattr',
  'hasattr',
  'vars',
  'dir',
  'type',
]);
/** What every class may define or call. */
const ORDINARY =
  /^__(?:init|str|repr|eq|ne|lt|le|gt|ge|hash|len|iter|contains|getitem|setitem|delitem|name)__$/;

/** CL-C06: what looks things up by name, and what reaches for Python's own attributes. */
export const lookAtReflection: Looker = (subject): Look => {
  const all = [...reflectiveCalls(subject), ...hiddenAttributes(subject)];
  if (all.length === 0)
    return nothing(
      'Neither `getattr` and its kin nor an attribute of Python’s own (`__class__`, `__dict__`) is used.',
      '`getattr` 같은 함수도, 파이썬 내부 속성(`__class__`, `__dict__`)도 쓰지 않습니다.',
    );
  const names = listed(all.map(({ module, node }) => sourceOf(module, node, 50)));
  return {
    seen: [
      seen(
        `${counted(all.length, 'place')} that look something up by name or reach for an attribute of Python’s own: ${names}`,
        `이름으로 찾거나 파이썬 내부 속성을 쓰는 곳 ${all.length}개: ${names}`,
        places(all),
      ),
    ],
  };
};

const reflectiveCalls = ({ program, facts }: Subject): Found[] =>
  facts.of('Call').filter((found) => {
    const meaning = meaningOf(program, found, found.node.callee);
    return meaning.kind === 'builtin' && REFLECTION.has(meaning.name);
  });

const hiddenAttributes = ({ facts }: Subject): Found[] =>
  facts.of('Attribute').filter(({ node: { name } }) => /^__\w+__$/.test(name) && !ORDINARY.test(name));
