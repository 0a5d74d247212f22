/** Types that a value may have, as a set of bits. No bit at all means that nothing is known. */
export type TypeSet = number;

export const Type = {
  int: 1,
  str: 2,
  bytes: 4,
  bool: 8,
  address: 16,
  none: 32,
  float: 64,
  list: 128,
  dict: 256,
  set: 512,
  tuple: 1024,
  function: 2048,
  object: 4096,
  container: 8192,
  exception: 16384,
  type: 32768,
} as const;

export type TypeName = keyof typeof Type;

const BY_ANNOTATION: ReadonlyMap<string, TypeSet> = new Map([
  ['int', Type.int],
  ['str', Type.str],
  ['bytes', Type.bytes],
  ['bool', Type.bool],
  ['Address', Type.address],
  ['float', Type.float],
  ['list', Type.list],
  ['List', Type.list],
  ['dict', Type.dict],
  ['Dict', Type.dict],
  ['set', Type.set],
  ['Set', Type.set],
  ['frozenset', Type.set],
  ['tuple', Type.tuple],
  ['None', Type.none],
]);

/** The types that an annotation's plain name stands for. */
export const typeOfName = (name: string): TypeSet => BY_ANNOTATION.get(name) ?? 0;

/** Whether the value has this type and no other. */
export const isOnly = (types: TypeSet, type: TypeSet): boolean => types !== 0 && (types & ~type) === 0;

export const mayBe = (types: TypeSet, type: TypeSet): boolean => types === 0 || (types & type) !== 0;

export function describeTypes(types: TypeSet): string {
  const names = (Object.keys(Type) as TypeName[]).filter((name) => (types & Type[name]) !== 0);
  return names.length === 0
    ? 'unknown'
    : names.map((name) => (name === 'address' ? 'Address' : name)).join(' | ');
}
