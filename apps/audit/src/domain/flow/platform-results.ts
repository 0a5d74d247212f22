import { Type } from '../model/types.ts';
import type { Call } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import { JSON_ORIGIN, origin, originsOf, shapeOf } from './call-origins.ts';
import { joinOrigins, value, type Origin, type Value } from './values.ts';

/** What a function of the platform gives. */
export function platformResult(name: string, given: Arguments, node: Call): Value {
  const [first] = given.values;
  const inputs = originsOf(given);
  switch (name) {
    case 'now':
      return value(node, {
        types: Type.int,
        origins: new Set([{ kind: 'block', what: 'time' }]),
        shape: 'now',
      });
    case 'sha3_256':
    case 'sha_256':
      return value(node, { types: Type.bytes, origins: inputs, shape: shapeOf(name, given) });
    case 'json_loads':
    case 'json.loads':
    case 'ast.literal_eval':
      return value(node, { origins: joinOrigins(inputs, JSON_ORIGIN), shape: shapeOf(name, given) });
    case 'json_dumps':
      return value(node, { types: Type.str, origins: inputs, entries: first?.entries });
    case 'Address.from_string':
    case 'Address.from_bytes':
    case 'Address.from_data':
    case 'Address.from_prefix_and_int':
    case 'Address':
      return value(node, {
        types: Type.address,
        origins: inputs,
        shape: shapeOf(name, given),
        items: given.values,
      });
    case 'create_address_with_key':
      return value(node, { types: Type.address | Type.none, origins: inputs });
    case 'recover_key':
      return value(node, { types: Type.bytes | Type.none, origins: inputs });
    case 'icx.get_balance':
      return value(node, {
        types: Type.int,
        origins: new Set([{ kind: 'icx balance' }]),
        shape: shapeOf(name, given),
      });
    case 'get_owner':
      return value(node, { types: Type.address, origins: inputs });
    case 'IconScoreException':
      return value(node, { types: Type.exception, origins: inputs });
    default:
      return value(node, { origins: joinOrigins(inputs, hostOrigins(name)) });
  }
}

/** What modules give that read the machine that runs them. */
function hostOrigins(name: string): ReadonlySet<Origin> | undefined {
  if (/^(?:time|datetime)\b/.test(name)) return origin('clock');
  return /^(?:random|secrets|uuid|numpy|os)\b/.test(name) ? origin('random') : undefined;
}
