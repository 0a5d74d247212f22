import { findMethod, type ClassModel } from '../model/program.ts';
import { Type } from '../model/types.ts';
import { platformNames } from '../platform/exports.ts';
import type { Value } from './values.ts';

/**
 * Whether Python itself makes up the text of a value, as of functions and of objects without `__str__`: it then holds an address in
 * the memory of one process.
 */
export function isDescribed({ reference, types }: Value): boolean {
  if (types !== 0 && (types & (Type.function | Type.object | Type.type | Type.container)) === 0) return false;
  switch (reference?.kind) {
    case 'instance':
      return !hasText(reference.cls);
    case 'method':
      // What an unknown thing has under another name may as well be a value.
      return METHODS.has(reference.name) || (ALSO_FIELDS.has(reference.name) && isKnown(reference.of));
    case 'platform':
      return (
        CONTEXT.has(reference.name) ||
        (platformNames.has(reference.name) && !reference.name.endsWith('_ADDRESS'))
      );
    case 'builtin':
      return (types & Type.function) !== 0;
    case 'arguments':
      return false;
    case undefined:
      return types !== 0;
    default:
      return true;
  }
}

const TEXT_METHODS = ['__str__', '__repr__', '__format__'];
/** Classes of Python whose objects have a text of their own. */
const NATIVE = [
  'int',
  'str',
  'bytes',
  'dict',
  'list',
  'tuple',
  'set',
  'float',
  'Enum',
  'IntEnum',
  'NamedTuple',
  'TypedDict',
  'namedtuple',
];

const hasText = (cls: ClassModel): boolean =>
  cls.role === 'struct' ||
  cls.unknownBase ||
  TEXT_METHODS.some((name) => findMethod(cls, name) !== undefined) ||
  NATIVE.some((name) => cls.roots.has(name));

const METHODS: ReadonlySet<string> = new Set(
  'get put pop remove append extend insert join encode decode split to_bytes startswith endswith strip lower upper replace'.split(
    ' ',
  ),
);

/** Methods of texts and dicts, after which objects name what they hold: `memoryview(data).format`, `order.items`. */
const ALSO_FIELDS: ReadonlySet<string> = new Set(['keys', 'values', 'items', 'format']);

const isKnown = ({ types, reference }: Value): boolean => types !== 0 || reference?.kind === 'container';

/** Methods and objects of the running contract, as paths. */
const CONTEXT: ReadonlySet<string> = new Set(
  'msg tx icx block now call revert create_interface_score get_owner is_score_active deploy icx.transfer icx.send icx.get_balance'.split(
    ' ',
  ),
);
