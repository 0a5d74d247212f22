import type { Expression } from '../python/tree.ts';
import { Type, typeOfName, type TypeSet } from './types.ts';

/** The types that an annotation allows; no bit when it says nothing that is known. */
export function typesOfAnnotation(node: Expression | undefined): TypeSet {
  if (node === undefined) return 0;
  switch (node.kind) {
    case 'Name':
      return typeOfName(node.id);
    case 'String':
      return typeOfName(node.value);
    case 'Attribute':
      return typeOfName(node.name);
    case 'Constant':
      return node.value === null ? Type.none : 0;
    case 'Subscript': {
      const outer =
        node.value.kind === 'Name' ? node.value.id : node.value.kind === 'Attribute' ? node.value.name : '';
      if (outer === 'Optional') return optional(typesOfAnnotation(node.index));
      if (outer === 'Union') return unionOf(node.index);
      return typeOfName(outer);
    }
    default:
      return 0;
  }
}

const optional = (types: TypeSet) => (types === 0 ? 0 : types | Type.none);

function unionOf(node: Expression): TypeSet {
  const parts = node.kind === 'Tuple' ? node.elements.map(typesOfAnnotation) : [typesOfAnnotation(node)];
  return parts.includes(0) ? 0 : parts.reduce((all, types) => all | types, 0);
}
