import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isStep, stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { StorageItem, Value } from '../../domain/flow/values.ts';
import type { Where } from '../../catalogue/rule.ts';
import { once } from '../../domain/once.ts';
import { words } from './words.ts';

/** A place in the source that makes a container, and the attribute or property by which it is known. */
interface Holder {
  readonly at: Where;
  readonly attribute: string;
  readonly item: StorageItem;
  /** Object and attribute: the same attribute that a subclass makes anew is one container. */
  readonly identity: string;
  /** Made of an argument that its helper object was given. */
  readonly helper: { readonly at: Where; readonly attribute: string; readonly prefix: string } | undefined;
}

export const rule = defineRule({
  id: 'S08',
  name: 'duplicate-key',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      tellDuplicates(holdersOf(contract), report);
      tellMadeLater(contract, report);
    }
  },
});

function tellDuplicates(holders: readonly Holder[], report: Report): void {
  const first = new Map<StorageItem, Holder>();
  for (const holder of holders) {
    const other = first.get(holder.item);
    if (other === undefined) first.set(holder.item, holder);
    else if (other.identity !== holder.identity) tell(holder, other, report);
  }
}

/** Objects that methods make as they need them, such as one record below its own prefix: each by itself. */
function tellMadeLater({ judged }: ContractModel, report: Report): void {
  const told = new Set<Where['node']>();
  for (const flow of judged) {
    if (flow.entry.kind === 'constructor') continue;
    for (const holders of holdersMadeIn(flow)) {
      const isNew = !holders.some(({ at }) => told.has(at.node));
      for (const { at } of holders) told.add(at.node);
      if (isNew) tellDuplicates(holders, report);
    }
  }
}

function tell(holder: Holder, other: Holder, report: Report): void {
  const { helper, item, attribute } = holder;
  if (helper !== undefined && other.helper !== undefined && other.at.node === holder.at.node) {
    const line = lineOf(other.helper.at);
    const given = { attribute: helper.attribute, other: other.helper.attribute, prefix: helper.prefix, line };
    report(helper.at, words.says.prefix, given);
    return;
  }
  // A helper class that opens what the contract keeps may mean to.
  const apart = helper !== undefined || other.helper !== undefined;
  const given = {
    attribute,
    other: other.attribute,
    container: item.kind,
    key: item.key,
    line: lineOf(other.at),
  };
  report(holder.at, words.says.name, given, apart ? { confidence: 'medium' } : {});
}

/** All containers of fixed names, in the order in which they are made; properties last. */
function holdersOf({ flows }: ContractModel): Holder[] {
  const constructor = flows.find(({ entry }) => entry.kind === 'constructor');
  return [...(constructor === undefined ? [] : fieldsOf(constructor)), ...flows.flatMap(propertiesOf)];
}

function fieldsOf(flow: Flow): Holder[] {
  const made = stepsOf(flow, 'attribute');
  const holders = made
    .filter(({ action: { value } }) => isOfFixedName(value))
    .flatMap((step) => holder(step, step.action.value, step.action.name, made));
  return holders.toSorted((a, b) => Number(a.helper !== undefined) - Number(b.helper !== undefined));
}

const isOfFixedName = ({ reference }: Value): boolean =>
  reference?.kind === 'container' && reference.keys.length === 0;

/** The containers of each object whose constructor runs in a flow, below one prefix each. */
function holdersMadeIn(flow: Flow): readonly (readonly Holder[])[] {
  const made = stepsOf(flow, 'attribute').filter(({ frame }) => frame.fn.name === '__init__');
  return [...new Set(made.map(({ frame }) => frame))].flatMap((frame) => {
    const places = new Map<string, Holder[]>();
    for (const step of made) {
      const { reference } = step.action.value;
      if (step.frame !== frame || reference?.kind !== 'container') continue;
      const prefix = reference.keys.map(({ shape }) => shape).join(' ');
      places.set(prefix, [
        ...(places.get(prefix) ?? []),
        ...holder(step, step.action.value, step.action.name, []),
      ]);
    }
    return [...places.values()];
  });
}

function holder(
  step: Step,
  value: Value,
  name: string,
  made: ReturnType<typeof stepsOf<'attribute'>>,
): Holder[] {
  const { reference } = value;
  if (reference?.kind !== 'container' || value.node.kind !== 'Call' || !isStep(step, 'attribute')) return [];
  const owner = made.find(
    (other) =>
      other.action.value.reference !== undefined && other.action.value.reference === step.action.of.reference,
  );
  const attribute = owner === undefined ? name : `${owner.action.name}.${name}`;
  const helper =
    owner === undefined
      ? undefined
      : { at: owner, attribute: owner.action.name, prefix: prefixOf(reference.item, owner.action.value) };
  return [
    {
      at: { module: step.module, node: step.node },
      attribute,
      item: reference.item,
      identity: attribute,
      helper,
    },
  ];
}

/** The text that a helper object was given, as far as the names of its containers show it. */
function prefixOf(item: StorageItem, { reference }: Value): string {
  if (reference?.kind !== 'instance') return item.key;
  const keys = [...reference.fields.values()].flatMap((field) =>
    field.reference?.kind === 'container' ? [field.reference.item.key] : [],
  );
  const [first = item.key] = keys;
  let length = first.length;
  for (const key of keys) while (!key.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length).replace(/[^a-zA-Z0-9]+$/, '') || item.key;
}

const propertiesOf = once(({ steps }: Flow): readonly Holder[] =>
  steps.flatMap((step): Holder[] => {
    if (
      !isStep(step, 'return') ||
      step.action.value?.node.kind !== 'Call' ||
      step.frame.fn.binding !== 'property'
    )
      return [];
    const { value } = step.action;
    const { fn } = step.frame;
    if (
      value.reference?.kind !== 'container' ||
      value.reference.keys.length > 0 ||
      value.node.start < fn.node.start ||
      value.node.end > fn.node.end
    ) {
      return [];
    }
    const apart = fn.owner !== undefined && fn.owner.role !== 'contract';
    const at = { module: step.module, node: value.node };
    const helper = apart ? { at, attribute: fn.name, prefix: value.reference.item.key } : undefined;
    return [{ at, attribute: fn.name, item: value.reference.item, identity: fn.name, helper }];
  }),
);

const lineOf = ({ module, node }: Where): number => module.lines.positionOf(node.start).line;
