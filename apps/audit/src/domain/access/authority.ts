import { factsAt } from '../flow/dominance.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Comparison, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { certain } from './certain.ts';

/**
 * Who may do something: what is asked of the caller before it is done.
 *
 * Glossary: the *principal* is who is asked about, the *authority* what it is held against. *Authority* lets a few chosen accounts
 * through; *entitlement* lets anybody through for what is their own (`balances[sender] >= amount`, `owner_of[id] == sender`).
 */
export interface Guard {
  readonly fact: Fact;
  readonly kind: 'authority' | 'entitlement' | 'contract only' | 'people only';
  readonly principal: 'sender' | 'tx origin' | 'parameter';
  readonly against: Authority;
  /** Everybody but the authority is let through. */
  readonly inverted: boolean;
}

export type Authority =
  | { readonly kind: 'owner' | 'own address' | 'constant' | 'prefix' | 'answer' }
  | { readonly kind: 'storage'; readonly item: StorageItem }
  | { readonly kind: 'other' };

const SENDER = 'msg.sender';
const ORIGIN = 'tx.origin';

/** All guards that every way to this step passes. */
export const guardsAt = (flow: Flow, step: Step): readonly Guard[] => guardsAmong(factsAt(flow, step));

/** Most rules of access ask at the same steps, where the same facts hold. */
const guardsAmong = once((facts: readonly Fact[]): readonly Guard[] => facts.flatMap(guardsOf));

/** Whether only chosen accounts come here. */
export function isAuthorised(flow: Flow, step: Step): boolean {
  return guardsAt(flow, step).some(
    ({ kind, principal, inverted }) => kind === 'authority' && principal === 'sender' && !inverted,
  );
}

/** What a fact asks of the caller. Of one that holds in one of several ways, each way must ask something. */
export const guardsOf = once((fact: Fact): readonly Guard[] => guardsIn(fact));

function guardsIn(fact: Fact): Guard[] {
  switch (fact.kind) {
    case 'compare':
      return compareGuards(fact);
    case 'true':
    case 'false':
      return truthGuards(fact);
    case 'one of': {
      const choices = fact.choices.map((choice) => choice.flatMap(guardsOf));
      return choices.length > 0 && choices.every((guards) => guards.length > 0)
        ? choices.flat().map((guard) => ({ ...guard, fact }))
        : [];
    }
  }
}

function compareGuards(fact: Comparison): Guard[] {
  const { operator } = fact;
  const [left, right] = [certain(fact.left), certain(fact.right)];
  const direct = directGuard(fact, left, right) ?? directGuard(fact, right, left);
  if (direct !== undefined) return [direct];
  const keyed = [left, right].find(
    (side) => side.read?.keys.some(({ shape }) => isPrincipal(shape)) === true,
  );
  if (keyed?.read === undefined) return [];
  // `roles[sender] == 'admin'` chooses accounts; `balances[sender] >= amount` lets everybody have what is theirs.
  const other = keyed === left ? right : left;
  const isSame = operator === '==' || operator === 'is';
  const chooses =
    ['==', '!=', 'in', 'not in', 'is', 'is not'].includes(operator) &&
    other.constant !== undefined &&
    other.constant !== 0n &&
    other.constant !== null &&
    // Whoever has no record yet may come: `seat[sender] == ''`.
    !(isSame && other.constant === '');
  return [
    {
      fact,
      kind: chooses ? 'authority' : 'entitlement',
      principal: principalOf(keyed.read.keys.find(({ shape }) => isPrincipal(shape))?.shape ?? SENDER),
      against: { kind: 'storage', item: keyed.read.item },
      // `flags[sender] == False` is as good as `not flags[sender]`.
      inverted: typeof other.constant === 'boolean' && isSame !== other.constant,
    },
  ];
}

/** `sender == authority` and its kin, seen from one side. */
function directGuard(fact: Comparison, principal: Value, authority: Value): Guard | undefined {
  const shape = plain(principal.shape);
  if (shape === `${SENDER}.is_contract`) return contractGuard(fact, authority.constant !== false);
  if (!isPrincipal(shape)) return undefined;
  if (isPrincipal(authority.shape)) return contractGuard(fact, fact.operator === '!=');
  const inverted = ['!=', 'not in', 'is not'].includes(fact.operator);
  const against = authorityOf(authority);
  return { fact, kind: kindOf(authority, against), principal: principalOf(shape), against, inverted };
}

function contractGuard(fact: Fact, isContract: boolean): Guard {
  return {
    fact,
    kind: isContract ? 'contract only' : 'people only',
    principal: 'sender',
    against: { kind: 'prefix' },
    inverted: false,
  };
}

function truthGuards(fact: Extract<Fact, { kind: 'true' | 'false' }>): Guard[] {
  const { value } = fact;
  const holds = fact.kind === 'true';
  if (plain(value.shape) === `${SENDER}.is_contract`) return [contractGuard(fact, holds)];
  // `any(roles[name][sender] for name in names)`
  const read = value.read ?? value.element?.read;
  const key = read?.keys.find(({ shape }) => isPrincipal(shape))?.shape;
  if (read !== undefined && key !== undefined) {
    return [
      {
        fact,
        kind: 'authority',
        principal: principalOf(key),
        against: { kind: 'storage', item: read.item },
        inverted: !holds,
      },
    ];
  }
  // A contract that was asked about the caller has answered.
  if (hasOrigin(value, 'call') && hasOrigin(value, 'sender')) {
    return [{ fact, kind: 'authority', principal: 'sender', against: { kind: 'answer' }, inverted: !holds }];
  }
  return [];
}

/** A record whose key the caller chooses belongs to one account each; what is found without a key is the contract's own. */
function kindOf(authority: Value, against: Authority): Guard['kind'] {
  if (against.kind === 'storage' && authority.read !== undefined && authority.read.how !== 'contains') {
    const chosen = authority.read.keys.some((key) => hasOrigin(key, 'parameter', 'argument'));
    if (chosen && authority.reference?.kind !== 'container') return 'entitlement';
  }
  if (against.kind === 'other' || isInNamedText(authority)) return 'entitlement';
  return 'authority';
}

/** `json_loads(self._deals[number])['seller']`: a field of a record that is kept as text, whichever the caller names. */
export const isInNamedText = (authority: Value): boolean =>
  authority.read === undefined &&
  hasOrigin(authority, 'json') &&
  hasOrigin(authority, 'storage') &&
  /\[(?:parameter|argument) /.test(authority.shape);

function authorityOf(authority: Value): Authority {
  // What is looked up under the caller's own name is theirs: the owner of the room that they sit in.
  if (authority.reference?.kind !== 'container' && authority.shape.includes(`[${SENDER}]`))
    return { kind: 'other' };
  if (authority.reference?.kind === 'container') return { kind: 'storage', item: authority.reference.item };
  if (authority.read !== undefined) return { kind: 'storage', item: authority.read.item };
  const stored = [...authority.origins].find((origin) => origin.kind === 'storage');
  if (stored?.kind === 'storage') return { kind: 'storage', item: stored.item };
  if (hasOrigin(authority, 'owner')) return { kind: 'owner' };
  if (hasOrigin(authority, 'own address')) return { kind: 'own address' };
  if (hasOrigin(authority, 'call')) return { kind: 'answer' };
  if (authority.origins.size === 0) return { kind: 'constant' };
  return { kind: 'other' };
}

/** `str(msg.sender)` is as good as `msg.sender`. */
const plain = (shape: string) =>
  shape.startsWith('str(') && shape.endsWith(')') ? shape.slice(4, -1) : shape;

const isPrincipal = (shape: string) => plain(shape) === SENDER || plain(shape) === ORIGIN;

const principalOf = (shape: string): Guard['principal'] => (plain(shape) === ORIGIN ? 'tx origin' : 'sender');
