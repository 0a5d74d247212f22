import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import { sourceOf, type Comparison, type Fact, type Value } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { mayBe, Type } from '../../domain/model/types.ts';
import type { Assign } from '../../domain/python/tree.ts';
import { words } from './words.ts';

const SECRET =
  /(?:^|_)(?:password|passwd|passphrase|secret|private_?key|priv_?key|mnemonic|seed_?phrase|pin_?code)(?:$|_)/i;
/** What only proves that somebody knows a secret. */
const PROOF = /hash|commit|digest|proof|sha3|sha256/i;
/** Fewer characters can be tried one after another. */
const LONG_ENOUGH = 16n;

export const rule = defineRule({
  id: 'S12',
  name: 'secret-on-chain',
  severity: 'medium',
  confidence: 'medium',
  checklist: ['CL-W06'],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject)) {
      for (const step of stepsOf(flow, 'write')) checkWrite(step, subject, report);
      for (const step of stepsOf(flow, 'way'))
        for (const fact of step.action.facts.flatMap(factLeaves)) checkHash(fact, flow, subject, report);
    }
    for (const found of subject.facts.of('Assign'))
      if (found.fn === undefined) checkConstant(found, subject, report);
  },
});

const isSecret = (name: string): boolean => {
  const spelled = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  return SECRET.test(spelled) && !PROOF.test(spelled);
};

function checkWrite(step: StepOf<'write'>, { facts }: Subject, report: Report): void {
  const { item, value } = step.action;
  if (value === undefined || !mayBe(value.types, Type.str | Type.bytes) || value.shape.startsWith('sha'))
    return;
  const given = parametersOf(value).some(isSecret);
  const kept = (isSecret(item.name) || isSecret(item.key)) && value.constant !== '';
  if (given || kept)
    report(step, words.says.stored, { item: item.name, value: spellingOf(facts, value, step.module) });
}

const parametersOf = (value: Value): string[] =>
  [...value.origins].flatMap((origin) =>
    origin.kind === 'parameter' || origin.kind === 'argument' ? [origin.name] : [],
  );

/** A constant of a module or a class; the names of places in storage are no secrets. */
function checkConstant({ node, module }: Found<Assign>, subject: Subject, report: Report): void {
  const [target] = node.targets;
  if (target?.kind !== 'Name' || node.value.kind !== 'String' || !isSecret(target.id)) return;
  const text = node.value.value;
  const isKey = subject.contracts.some(({ items }) => items.some(({ key }) => key.includes(text)));
  const spellsName = target.id
    .toLowerCase()
    .replace(/_/g, '')
    .includes(text.toLowerCase().replace(/[\W_]/g, ''));
  if (text !== '' && !isKey && !spellsName) report({ node, module }, words.says.literal, { name: target.id });
}

/** A commitment to one value that is revealed later, with nothing beside it that cannot be guessed. */
function checkHash(fact: Fact, flow: Flow, { facts }: Subject, report: Report): void {
  if (fact.kind !== 'compare' || (fact.operator !== '==' && fact.operator !== '!=')) return;
  const hashed = [fact.left, fact.right].find(({ shape }) => /^sha3?_256\(/.test(shape));
  const stored = [fact.left, fact.right].find((side) => side !== hashed)?.read;
  if (hashed === undefined || stored === undefined) return;
  const [only, ...others] = parametersOf(hashed);
  if (only === undefined || others.length > 0 || isLong(only, flow)) return;
  const found = facts.find(fact.node);
  if (found !== undefined)
    report(found, words.says.unsalted, { expression: expressionOf(fact, hashed, found), value: only });
}

const expressionOf = (fact: Comparison, hashed: Value, { module }: Found): string =>
  hashed.node.start >= fact.node.start && hashed.node.end <= fact.node.end
    ? sourceOf(module, hashed.node)
    : sourceOf(module, hashed === fact.left ? fact.left.node : fact.right.node);

/** Whether the method looks at the length of what is revealed: so many bytes cannot be tried one after another. */
function isLong(parameter: string, flow: Flow): boolean {
  const known = stepsOf(flow, 'way').flatMap(({ action }) => action.facts.flatMap(factLeaves));
  return known.some((fact) => {
    if (fact.kind !== 'compare') return false;
    const length = [fact.left, fact.right].find(({ shape }) => shape === `len parameter ${parameter}`);
    const bound = [fact.left, fact.right].find((side) => side !== length)?.constant;
    return length !== undefined && typeof bound === 'bigint' && bound >= LONG_ENOUGH;
  });
}
