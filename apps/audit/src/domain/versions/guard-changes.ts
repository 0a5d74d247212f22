import { guardsAt, type Guard } from '../access/authority.ts';
import { stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Fact } from '../flow/values.ts';
import type { Node } from '../python/tree.ts';

/** A guard that a method had before it did something, and has not any more; or the other way round. */
export interface GuardChange {
  readonly kind: 'lost' | 'gained';
  readonly method: string;
  /** The question that is asked of the caller, where it is written: in the older version when it is lost. */
  readonly question: Node;
  /** What it stood before, in both versions. */
  readonly effects: readonly Effect[];
  readonly flow: Flow;
}

export interface Effect {
  readonly kind: 'write' | 'transfer' | 'call' | 'event';
  /** The container, method or event; nothing of a transfer. */
  readonly name: string;
}

/** By method, of those that both versions have. What a guard is does not depend on where it is written: inline, in a helper, or around. */
export function guardChanges(before: ContractModel, after: ContractModel): GuardChange[] {
  const old = new Map(openFlows(before).map((flow) => [flow.entry.fn.name, flow]));
  return openFlows(after).flatMap((flow) => {
    const older = old.get(flow.entry.fn.name);
    if (older === undefined) return [];
    return [...missing('lost', older, flow, flow), ...missing('gained', flow, older, flow)];
  });
}

/** What an entry point does before everybody, and what behind a question to the caller. */
export interface EntryGuards {
  readonly open: readonly Effect[];
  readonly guarded: readonly Effect[];
  readonly questions: readonly Node[];
}

/** Entry points that only the newer version has, with who may do what through them; those that do nothing are left out. */
export function newEntries(
  before: ContractModel,
  after: ContractModel,
): (EntryGuards & { readonly flow: Flow })[] {
  const old = new Set(openFlows(before).map(({ entry }) => entry.fn.name));
  return openFlows(after)
    .filter(({ entry }) => !old.has(entry.fn.name))
    .map((flow) => ({ flow, ...entryGuards([...guardedEffects(flow).values()]) }))
    .filter(({ open, guarded }) => open.length + guarded.length > 0);
}

function entryGuards(all: readonly Guarded[]): EntryGuards {
  const behind = all.filter(({ guards }) => guards.size > 0);
  const questions = new Map(behind.flatMap(({ guards }) => [...guards]));
  return {
    open: all.filter(({ guards }) => guards.size === 0).map(({ effect }) => effect),
    guarded: behind.map(({ effect }) => effect),
    questions: [...questions.values()].map(({ fact }) => nodeOf(fact)),
  };
}

const openFlows = ({ flows }: ContractModel): Flow[] =>
  flows
    .filter(({ entry }) => entry.kind === 'external' || entry.kind === 'fallback')
    .toSorted((left, right) => (left.entry.fn.name < right.entry.fn.name ? -1 : 1));

/** Guards that one flow has before an effect and the other, which has the effect too, has not. */
function missing(kind: GuardChange['kind'], having: Flow, lacking: Flow, flow: Flow): GuardChange[] {
  const theirs = guardedEffects(lacking);
  const found = new Map<string, { guard: Guard; effects: Effect[] }>();
  for (const [key, { effect, guards }] of guardedEffects(having)) {
    const other = theirs.get(key);
    if (other === undefined) continue;
    for (const [id, guard] of guards) {
      if (other.guards.has(id)) continue;
      const known = found.get(id) ?? { guard, effects: [] };
      known.effects.push(effect);
      found.set(id, known);
    }
  }
  return [...found]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { guard, effects }]) => ({
      kind,
      method: flow.entry.fn.name,
      question: nodeOf(guard.fact),
      effects,
      flow,
    }));
}

interface Guarded {
  readonly effect: Effect;
  /** Those that stand before all places that have the effect, by what they ask. */
  readonly guards: Map<string, Guard>;
}

function guardedEffects(flow: Flow): Map<string, Guarded> {
  const found = new Map<string, Guarded>();
  for (const [effect, step] of effectsOf(flow)) {
    const guards = new Map(guardsAt(flow, step).map((guard) => [idOf(guard), guard]));
    const key = `${effect.kind} ${effect.name}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { effect, guards });
    else for (const id of known.guards.keys()) if (!guards.has(id)) known.guards.delete(id);
  }
  return found;
}

function effectsOf(flow: Flow): (readonly [Effect, Step])[] {
  return [
    ...stepsOf(flow, 'write').map((step) => [{ kind: 'write', name: step.action.item.name }, step] as const),
    ...stepsOf(flow, 'transfer').map((step) => [{ kind: 'transfer', name: '' }, step] as const),
    ...stepsOf(flow, 'external').map((step) => [{ kind: 'call', name: step.action.method }, step] as const),
    ...stepsOf(flow, 'event').map((step) => [{ kind: 'event', name: step.action.name }, step] as const),
  ];
}

/** What is asked, however it is spelt. */
function idOf({ kind, principal, against, inverted, fact }: Guard): string {
  const authority =
    against.kind === 'storage'
      ? `${against.item.kind} ${against.item.key}`
      : against.kind === 'constant' || against.kind === 'other'
        ? shapeOf(fact)
        : '';
  return [kind, principal, inverted ? 'not' : '', against.kind, authority].join(' ');
}

/** Numbers in shapes tell values of one version apart, and mean nothing in another. */
function shapeOf(fact: Fact): string {
  switch (fact.kind) {
    case 'compare':
      return [fact.left.shape, fact.operator, fact.right.shape].join(' ').replace(/#\d+/g, '#');
    case 'true':
    case 'false':
      return `${fact.kind} ${fact.value.shape.replace(/#\d+/g, '#')}`;
    case 'one of':
      return fact.choices.flatMap((choice) => choice.map(shapeOf)).join(' or ');
  }
}

function nodeOf(fact: Fact): Node {
  switch (fact.kind) {
    case 'compare':
      return fact.node;
    case 'true':
    case 'false':
      return fact.value.node;
    case 'one of': {
      const [first] = fact.choices.flat();
      if (first === undefined) throw new RangeError('A fact of no choices says nothing.');
      return nodeOf(first);
    }
  }
}
