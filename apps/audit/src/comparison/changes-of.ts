import { stretchOf } from '../collector.ts';
import type { Stretch } from '../catalogue/finding.ts';
import type { ContractModel } from '../domain/flow/flow.ts';
import { sourceOf } from '../domain/flow/values.ts';
import { nameOf as placeOfName } from '../domain/model/name-place.ts';
import type { FunctionModel } from '../domain/model/program.ts';
import type { Subject } from '../domain/model/subject.ts';
import type { Module } from '../domain/package/package.ts';
import { guardChanges, newEntries } from '../domain/versions/guard-changes.ts';
import { interfaceChanges } from '../domain/versions/interface-changes.ts';
import { olderContract } from '../domain/versions/older-contract.ts';
import { nameOf, storageChanges } from '../domain/versions/storage-changes.ts';
import type { Change } from './comparison.ts';
import { tellGuard, tellNewEntry } from './guard.words.ts';
import { tellInterface } from './interface.words.ts';
import { tellStorage } from './storage.words.ts';

/** What changed in the contracts of a package since its older version: storage first, then interface and guards. */
export function changesOf(subject: Subject): Change[] {
  const { older } = subject;
  if (older === undefined) return [];
  return subject.contracts.flatMap((contract) => {
    const before = olderContract(subject, contract);
    return before === undefined
      ? []
      : [
          ...storage(subject, older, before, contract),
          ...open(subject, older, before, contract),
          ...guards(subject, older, before, contract),
          ...entries(subject, older, before, contract),
        ];
  });
}

type Compare = (subject: Subject, older: Subject, before: ContractModel, after: ContractModel) => Change[];

const storage: Compare = (subject, older, before, after) =>
  storageChanges(before, after).map((change) => {
    const isInOlder = change.kind === 'removed';
    const item = isInOlder ? change.older : change.item;
    const at = stretchIn(isInOlder ? older : subject, item);
    const { kind } = change;
    return {
      area: 'storage',
      kind,
      contract: after.cls.name,
      name: nameOf(change),
      ...tellStorage(change),
      at,
      isInOlder,
    };
  });

const open: Compare = (subject, older, before, after) =>
  interfaceChanges(before, after).map((change) => {
    const isInOlder = change.kind === 'removed';
    const fn: FunctionModel = change.kind === 'removed' ? change.older : change.fn;
    const at = stretchIn(isInOlder ? older : subject, placeOfName(fn));
    const { kind, name } = change;
    return {
      area: 'interface',
      kind,
      contract: after.cls.name,
      name,
      ...tellInterface(change),
      at,
      isInOlder,
    };
  });

const guards: Compare = (subject, older, before, after) =>
  guardChanges(before, after).map((change) => {
    const isInOlder = change.kind === 'lost';
    const owner = isInOlder ? older : subject;
    const found = owner.facts.find(change.question);
    const question = found === undefined ? '' : sourceOf(found.module, change.question, 120);
    const at = found === undefined ? undefined : stretchIn(owner, found);
    const told = tellGuard(change, question);
    const { kind, method: name } = change;
    return { area: 'guards', kind, contract: after.cls.name, name, ...told, risky: isInOlder, at, isInOlder };
  });

const entries: Compare = (subject, _older, before, after) =>
  newEntries(before, after).map(({ flow, ...entry }) => {
    const { fn } = flow.entry;
    const questions = entry.questions.map((node) => {
      const found = subject.facts.find(node);
      return found === undefined ? '' : sourceOf(found.module, node, 120);
    });
    return {
      area: 'guards',
      kind: 'new method',
      contract: after.cls.name,
      name: fn.name,
      ...tellNewEntry(fn.name, entry, questions),
      risky: entry.open.length > 0,
      at: stretchIn(subject, placeOfName(fn)),
      isInOlder: false,
    };
  });

function stretchIn(
  { program }: Subject,
  {
    module,
    node,
  }: { readonly module: Module; readonly node: { readonly start: number; readonly end: number } },
): Stretch {
  return stretchOf(program.package, module)(node);
}
