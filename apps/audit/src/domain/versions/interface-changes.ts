import type { ContractModel } from '../flow/flow.ts';
import { sourceOf } from '../flow/values.ts';
import { allMethods, type FunctionModel } from '../model/program.ts';
import { openParameters } from '../model/signature.ts';
import type { Expression, Parameter } from '../python/tree.ts';

/** A difference between what two versions of a contract offer to callers and to those who follow its log. */
export type InterfaceChange = { readonly name: string; readonly sort: Sort } & (
  | { readonly kind: 'added'; readonly fn: FunctionModel }
  | { readonly kind: 'removed'; readonly older: FunctionModel }
  | (Both & {
      readonly kind: 'flags' | 'returns' | 'indexed' | 'order';
      readonly was: string;
      readonly is: string;
    })
  | (Both & { readonly kind: 'parameter added'; readonly parameter: string; readonly optional: boolean })
  | (Both & { readonly kind: 'parameter removed'; readonly parameter: string })
  | (Both & {
      readonly kind: 'parameter renamed' | 'parameter type' | 'parameter default';
      readonly parameter: string;
      readonly was: string;
      readonly is: string;
    })
);

/** What callers see: a method, an event, or `on_update`, which whoever deploys the update calls. */
export type Sort = 'method' | 'event' | 'update';

interface Both {
  readonly fn: FunctionModel;
  readonly older: FunctionModel;
}

/** By the name of the method or event. */
export function interfaceChanges(before: ContractModel, after: ContractModel): InterfaceChange[] {
  const old = openMethods(before);
  const now = openMethods(after);
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return names.flatMap((name): InterfaceChange[] => {
    const older = old.get(name);
    const fn = now.get(name);
    if (fn === undefined)
      return older === undefined ? [] : [{ kind: 'removed', name, sort: sortOf(older), older }];
    if (older === undefined) return [{ kind: 'added', name, sort: sortOf(fn), fn }];
    return changesOf(older, fn);
  });
}

function openMethods({ cls }: ContractModel): Map<string, FunctionModel> {
  const methods = [...allMethods(cls).values()];
  return new Map(methods.filter(isOpen).map((fn) => [fn.name, fn]));
}

const isOpen = ({ external, event, name, payable }: FunctionModel): boolean =>
  external !== undefined || event !== undefined || name === 'on_update' || (name === 'fallback' && payable);

const sortOf = ({ event, name }: FunctionModel): Sort =>
  event !== undefined ? 'event' : name === 'on_update' ? 'update' : 'method';

function changesOf(older: FunctionModel, fn: FunctionModel): InterfaceChange[] {
  const both = { name: fn.name, sort: sortOf(fn), fn, older };
  const changes: InterfaceChange[] = [];
  const tell = (kind: 'flags' | 'returns' | 'indexed', was: string, is: string) => {
    if (was !== is) changes.push({ ...both, kind, was, is });
  };
  tell('flags', flagsOf(older), flagsOf(fn));
  if (fn.event !== undefined && older.event !== undefined)
    tell('indexed', String(older.event.indexed), String(fn.event.indexed));
  changes.push(...parameterChanges(both));
  if (fn.event === undefined) tell('returns', textOf(older, older.node.returns), textOf(fn, fn.node.returns));
  return changes;
}

/** The decorators of the platform, as they are written. */
export function flagsOf({ external, payable, event }: FunctionModel): string {
  const flags = [
    ...(event === undefined ? [] : ['@eventlog']),
    ...(external === undefined ? [] : [external.readonly ? '@external(readonly=True)' : '@external']),
    ...(payable ? ['@payable'] : []),
  ];
  return flags.join(' ');
}

type Named = Both & { readonly name: string; readonly sort: Sort };

function parameterChanges(both: Named): InterfaceChange[] {
  const before = openParameters(both.older);
  const after = openParameters(both.fn);
  const renamed = renamedPairs(before, after);
  const gone = before.filter(({ name }) => !after.some((each) => each.name === name));
  const come = after.filter(({ name }) => !before.some((each) => each.name === name));
  const isRenamed = (each: Parameter) => renamed.some((pair) => pair.includes(each));
  const changes: InterfaceChange[] = renamed.map(([was, is]) => ({
    ...both,
    kind: 'parameter renamed',
    parameter: was.name,
    was: was.name,
    is: is.name,
  }));
  for (const { name: parameter } of gone.filter((each) => !isRenamed(each)))
    changes.push({ ...both, kind: 'parameter removed', parameter });
  for (const { name: parameter, default: usual } of come.filter((each) => !isRenamed(each)))
    changes.push({ ...both, kind: 'parameter added', parameter, optional: usual !== undefined });
  const kept = before.flatMap((was) =>
    after.filter(({ name }) => name === was.name).map((is) => [was, is] as const),
  );
  for (const [was, is] of [...kept, ...renamed]) changes.push(...typeChanges(both, was, is));
  changes.push(
    ...orderChange(
      both,
      kept.map(([was]) => was.name),
      after,
    ),
  );
  return changes;
}

/** At the same place in the list, with names that the other version does not know. */
function renamedPairs(
  before: readonly Parameter[],
  after: readonly Parameter[],
): (readonly [Parameter, Parameter])[] {
  return before.flatMap((was, place) => {
    const is = after[place];
    const isNew = is !== undefined && !before.some(({ name }) => name === is.name);
    return isNew && !after.some(({ name }) => name === was.name) ? [[was, is] as const] : [];
  });
}

function typeChanges(both: Named, was: Parameter, is: Parameter): InterfaceChange[] {
  const pairs = [
    ['parameter type', textOf(both.older, was.annotation), textOf(both.fn, is.annotation)],
    ['parameter default', textOf(both.older, was.default), textOf(both.fn, is.default)],
  ] as const;
  return pairs
    .filter(([, left, right]) => left !== right)
    .map(([kind, left, right]) => ({ ...both, kind, parameter: is.name, was: left, is: right }));
}

/** Contracts pass arguments by place. */
function orderChange(both: Named, kept: readonly string[], after: readonly Parameter[]): InterfaceChange[] {
  const now = after.map(({ name }) => name).filter((name) => kept.includes(name));
  const [was, is] = [kept.join(', '), now.join(', ')];
  return was === is ? [] : [{ ...both, kind: 'order', was, is }];
}

const textOf = ({ module }: FunctionModel, node: Expression | undefined): string =>
  node === undefined ? '' : sourceOf(module, node, 80);
