import { defineRule, type Report } from '../../catalogue/rule.ts';
import { undoneWrites } from '../../domain/access/put-back.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import {
  hasOrigin,
  valuesOf,
  type Fact,
  type StorageItem,
  type StorageRead,
} from '../../domain/flow/values.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { olderContract } from '../../domain/versions/older-contract.ts';
import { answersOf, movesTokens, movingFlows, tokenOf } from '../../domain/token/token.ts';
import { words } from './words.ts';

const OF_TOKENS: readonly string[] = ['name', 'symbol', 'decimals'];
/** What every contract keeps. */
const OF_ALL: readonly string[] = ['name'];

export const rule = defineRule({
  id: 'T06',
  name: 'mutable-fixed-info',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C08'],
  words,
  check(subject, report) {
    for (const contract of subject.contracts) {
      const older = olderContract(subject, contract);
      for (const reader of readersOf(contract))
        for (const read of readsOf(contract, reader)) checkItem(contract, reader, read, report);
      if (older === undefined) continue;
      for (const reader of isOfStandard(contract) ? OF_TOKENS : OF_ALL)
        checkOlder(contract, older, reader, report);
    }
  },
});

const isOfStandard = (contract: ContractModel): boolean => tokenOf(contract).standard !== 'none';

/** Methods that answer what must stay: those of the standard, and in a coin that has others in their place, those. */
function readersOf(contract: ContractModel): readonly string[] {
  const { methods } = tokenOf(contract);
  const isCoin =
    methods.get('transfer')?.external !== undefined &&
    movesTokens(methods) &&
    spellingsOf('symbol').some((reader) => readerOf(contract, reader) !== undefined);
  if (isCoin) return OF_TOKENS.flatMap(spellingsOf);
  return isOfStandard(contract) ? OF_TOKENS : OF_ALL;
}

/** `symbol`, `get_symbol`, `getSymbol`. */
const spellingsOf = (reader: string): string[] => [
  reader,
  `get_${reader}`,
  `get${reader.charAt(0).toUpperCase()}${reader.slice(1)}`,
];

/** Without the older version nobody sees that a constant is another one, or that there was none. */
function checkOlder(contract: ContractModel, older: ContractModel, reader: string, report: Report): void {
  const fn = readerOf(contract, reader);
  if (fn === undefined) return;
  if (readerOf(older, reader) === undefined) {
    report(nameOf(fn), words.says.added, { reader });
    return;
  }
  const [before, ...otherwise] = constantsOf(older, reader);
  const [after, ...further] = constantsOf(contract, reader);
  if (before === undefined || after === undefined || otherwise.length + further.length > 0) return;
  if (before.text !== after.text)
    report({ module: fn.module, node: after.node }, words.says.differs, {
      reader,
      before: before.text,
      after: after.text,
    });
}

/** What a reader answers, if that is written in the code; of several answers each. */
function constantsOf(contract: ContractModel, reader: string) {
  const answers = answersOf(contract, reader);
  const known = answers.flatMap(({ constant, node }) =>
    typeof constant === 'string' || typeof constant === 'bigint' ? [{ text: String(constant), node }] : [],
  );
  return known.length === answers.length ? known : [];
}

function readerOf(contract: ContractModel, reader: string): FunctionModel | undefined {
  const fn = tokenOf(contract).methods.get(reader);
  return fn?.external?.readonly === true && fn.node.parameters.length === 1 ? fn : undefined;
}

/** Where a reader without arguments finds what it answers. */
function readsOf(contract: ContractModel, reader: string): StorageRead[] {
  if (readerOf(contract, reader) === undefined) return [];
  return answersOf(contract, reader).flatMap(({ read }) =>
    read !== undefined && read.item.kind !== 'ArrayDB' ? [read] : [],
  );
}

function checkItem(contract: ContractModel, reader: string, read: StorageRead, report: Report): void {
  for (const flow of movingFlows(contract)) {
    if (flow.entry.kind === 'install' || flow.entry.kind === 'unreached') continue;
    for (const step of stepsOf(flow, 'write')) {
      if (step.action.item !== read.item || undoneWrites(flow).has(step)) continue;
      if (!isSetOnce(flow, step, read.item)) tell(flow, step, reader, read, report);
    }
  }
}

function tell(flow: Flow, step: StepOf<'write'>, reader: string, read: StorageRead, report: Report): void {
  const method = flow.entry.fn.name;
  const differing = step.action.keys.filter((key, place) => key.shape !== read.keys[place]?.shape);
  if (differing.length === 0) report(step, words.says.written, { reader, method });
  else if (differing.every((key) => hasOrigin(key, 'parameter', 'argument'))) {
    report(step, words.says.keyed, { reader, method, item: read.item.name });
  }
}

/** Only where nothing is stored yet. */
function isSetOnce(flow: Flow, step: StepOf<'write'>, item: StorageItem): boolean {
  return factsAt(flow, step)
    .flatMap(factLeaves)
    .some(
      (fact) =>
        saysEmpty(fact) &&
        valuesOf(fact).some((value) => hasOrigin(value, 'storage') && value.read?.item === item),
    );
}

function saysEmpty(fact: Fact): boolean {
  if (fact.kind === 'false') return true;
  return (
    fact.kind === 'compare' &&
    (fact.operator === '==' || fact.operator === 'is') &&
    [fact.left, fact.right].some(({ constant }) => constant !== undefined)
  );
}
