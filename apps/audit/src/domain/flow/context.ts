import { Type, type TypeSet } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { value, type Origin, type Value } from './values.ts';

interface Known {
  readonly types?: TypeSet;
  readonly origin?: Origin;
  /** A thing whose attributes are looked up by this path. */
  readonly path?: string;
}

const block = (what: string): Known => ({
  types: what === 'hash' ? Type.bytes : Type.int,
  origin: { kind: 'block', what },
});
const transaction = (what: string, types: TypeSet): Known => ({
  types,
  origin: { kind: 'transaction', what },
});
const path = (name: string): Known => ({ path: name, types: Type.function });

/** What the execution context offers a contract (icon-service: `IconScoreBase`; reference score-audit §2.7), by path. */
const CONTEXT: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['self.msg', path('msg')],
  ['self.tx', path('tx')],
  ['self.icx', path('icx')],
  ['self.block', path('block')],
  ['self.db', path('db')],
  ['self.address', { types: Type.address, origin: { kind: 'own address' } }],
  ['self.owner', { types: Type.address, origin: { kind: 'owner' } }],
  ['self.block_height', block('height')],
  ['self.now', path('now')],
  ['self.call', path('call')],
  ['self.revert', path('revert')],
  ['self.create_interface_score', path('create_interface_score')],
  ['self.get_owner', path('get_owner')],
  ['self.is_score_active', path('is_score_active')],
  ['self.deploy', path('deploy')],
  ['self.get_fee_sharing_proportion', path('get_fee_sharing_proportion')],
  ['self.set_fee_sharing_proportion', path('set_fee_sharing_proportion')],
  ['msg.sender', { types: Type.address, origin: { kind: 'sender' } }],
  ['msg.value', { types: Type.int, origin: { kind: 'sent value' } }],
  ['tx.origin', { types: Type.address, origin: { kind: 'tx origin' } }],
  ['tx.hash', transaction('hash', Type.bytes)],
  ['tx.timestamp', transaction('time', Type.int)],
  ['tx.nonce', transaction('nonce', Type.int)],
  ['tx.index', transaction('index', Type.int)],
  ['block.height', block('height')],
  ['block.timestamp', block('time')],
  ['block.hash', block('hash')],
  ['icx.transfer', path('icx.transfer')],
  ['icx.send', path('icx.send')],
  ['icx.get_balance', path('icx.get_balance')],
]);

/** An attribute of the context, such as `sender` of `msg`; undefined for what the context does not have. */
export function contextAttribute(of: string, name: string, node: Node): Value | undefined {
  const known = CONTEXT.get(`${of}.${name}`);
  if (known === undefined) return undefined;
  return value(node, {
    types: known.types,
    origins: known.origin === undefined ? undefined : new Set([known.origin]),
    reference: known.path === undefined ? undefined : referenceOf(known.path),
    shape: known.path === 'now' ? undefined : `${of}.${name}`,
  });
}

/**
 * What the first engines offered besides and no engine has any more: it raises, and says what was meant. Only of a class that is known to
 * have no such method of its own.
 */
export const formerAttribute = (name: string, node: Node): Value | undefined =>
  name === 'send' ? contextAttribute('icx', name, node) : undefined;

const referenceOf = (name: string) =>
  name === 'db' ? ({ kind: 'database', prefix: '' } as const) : ({ kind: 'platform', name } as const);
