import { defineRule, type Report } from '../../catalogue/rule.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { describeTypes, Type, type TypeSet } from '../../domain/model/types.ts';
import type { Parameter } from '../../domain/python/tree.ts';
import { tokenOf } from '../../domain/token/token.ts';
import { words } from './words.ts';

interface Signature {
  readonly parameters: readonly (readonly [name: string, type: TypeSet])[];
  /** Nothing where the standard returns nothing. */
  readonly returns: TypeSet | undefined;
}

const STANDARD: ReadonlyMap<string, Signature> = new Map([
  ['name', { parameters: [], returns: Type.str }],
  ['symbol', { parameters: [], returns: Type.str }],
  ['decimals', { parameters: [], returns: Type.int }],
  ['totalSupply', { parameters: [], returns: Type.int }],
  ['balanceOf', { parameters: [['_owner', Type.address]], returns: Type.int }],
  [
    'transfer',
    {
      parameters: [
        ['_to', Type.address],
        ['_value', Type.int],
        ['_data', Type.bytes],
      ],
      returns: undefined,
    },
  ],
]);

export const rule = defineRule({
  id: 'T02',
  name: 'irc2-param-name',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C09', 'CL-C10'],
  words,
  check(subject, report) {
    for (const contract of subject.contracts) {
      const { standard, methods } = tokenOf(contract);
      if (standard !== 'IRC2') continue;
      for (const [name, signature] of STANDARD) {
        const fn = methods.get(name);
        if (fn?.external !== undefined) checkMethod(fn, signature, subject, report);
      }
    }
  },
});

function checkMethod(
  fn: FunctionModel,
  { parameters, returns }: Signature,
  subject: Subject,
  report: Report,
): void {
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const method = fn.name;
  const given = fn.node.parameters.slice(1);
  // What stands in another place has no wrong name: the method is another one.
  const names = parameters.map(([name]) => name);
  if (given.some(({ name }, place) => names.includes(name) && names[place] !== name)) {
    const got = given.map(({ name }) => name).join(', ');
    report(at, words.says.order, { method, got, want: names.join(', ') });
    return;
  }
  for (const [place, [want, type]] of parameters.entries()) {
    const parameter = given[place];
    if (parameter === undefined) report(at, words.says.absent, { method, want });
    else if (parameter.name !== want) {
      report(
        at,
        words.says.name,
        { method, got: parameter.name, want },
        renaming(fn, parameter, want, subject),
      );
    } else tellType(parameter.name, typesOfAnnotation(parameter.annotation) & ~Type.none, type);
  }
  if (returns !== undefined) tellType('return', typesOfAnnotation(fn.node.returns), returns);

  function tellType(part: string, got: TypeSet, want: TypeSet): void {
    if (got !== 0 && got !== want)
      report(at, words.says.type, { method, part, got: describeTypes(got), want: describeTypes(want) });
  }
}

/** Renames a parameter wherever the method uses it. Who calls it by the old name inside the contract has to be changed by hand. */
function renaming(fn: FunctionModel, parameter: Parameter, want: string, { facts }: Subject) {
  if (fn.node.parameters.some(({ name }) => name === want)) return {};
  const uses = facts
    .beside({ fn, module: fn.module }, 'Name')
    .filter((found) => found.node.id === parameter.name);
  const places = [parameter.start, ...uses.map(({ node }) => node.start)];
  return {
    fix: {
      safe: false,
      edits: places.map((start) => ({ start, end: start + parameter.name.length, text: want })),
    },
  };
}
