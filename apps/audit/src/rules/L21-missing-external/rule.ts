import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { allMethods, type ClassModel, type FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { usedNames, type UsedNames } from '../../domain/model/used-names.ts';
import { words } from './words.ts';

const TOKEN_METHODS = ['name', 'symbol', 'decimals', 'totalSupply', 'balanceOf', 'transfer'] as const;
/** So many of them external make a token. */
const ENOUGH = 3;

export const rule = defineRule({
  id: 'L21',
  name: 'missing-external',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }: Subject, report) {
    const used = usedNames(facts);
    for (const { cls } of contracts) {
      const methods = allMethods(cls);
      for (const fn of methods.values()) if (isUndecorated(fn)) checkMethod(cls, fn, methods, used, report);
    }
  },
});

/** Methods of contracts that are for others by their name: not properties, not lifecycle, not `_internal`. */
const isUndecorated = (fn: FunctionModel): boolean =>
  fn.binding === 'method' &&
  fn.decorators.length === 0 &&
  !fn.name.startsWith('_') &&
  !isDeployment(fn) &&
  fn.name !== 'fallback';

type Methods = ReadonlyMap<string, FunctionModel>;

function checkMethod(
  cls: ClassModel,
  fn: FunctionModel,
  methods: Methods,
  used: UsedNames,
  report: Report,
): void {
  const { name: method, owner } = fn;
  const hidden = above(cls, fn).find((base) => base.methods.get(method)?.external !== undefined);
  if (hidden !== undefined) {
    report(nameOf(fn), words.says.override, { method, base: hidden.name });
    return;
  }
  const standard = standardOf(fn, methods);
  if (standard !== undefined) {
    report(nameOf(fn), words.says.standard, { method, standard });
    return;
  }
  if (used.names.has(method)) return;
  const abstract = above(cls, fn).find((base) => base.methods.get(method)?.abstract === true);
  if (abstract !== undefined) report(nameOf(fn), words.says.abstract, { method, base: abstract.name });
  else if (owner?.role === 'contract' && !used.computed) tellUnused(fn, report);
}

/** The classes above the one that a method belongs to. */
const above = (cls: ClassModel, { owner }: FunctionModel): readonly ClassModel[] =>
  owner === undefined ? [] : cls.order.slice(cls.order.indexOf(owner) + 1);

function standardOf({ name, node }: FunctionModel, methods: Methods): string | undefined {
  if (name === 'tokenFallback') return node.parameters.length === 4 ? 'IRC2' : undefined;
  const open = TOKEN_METHODS.filter((each) => methods.get(each)?.external !== undefined);
  return TOKEN_METHODS.some((each) => each === name) && open.length >= ENOUGH ? 'IRC2' : undefined;
}

/** What nothing calls may be a leftover; documented parameters are for callers that do not read the code. */
function tellUnused(fn: FunctionModel, report: Report): void {
  const [first] = fn.node.body;
  const text =
    first?.kind === 'ExpressionStatement' && first.value.kind === 'String' ? first.value.value : '';
  const isDocumented = /(?:^|\s)[:@](?:param|returns?)\b/.test(text);
  const isTyped =
    fn.node.returns !== undefined &&
    fn.node.parameters.slice(1).every(({ annotation }) => annotation !== undefined);
  if (isDocumented) report(nameOf(fn), words.says.unreachable, { method: fn.name }, { confidence: 'medium' });
  else if (isTyped)
    report(nameOf(fn), words.says.unreachable, { method: fn.name }, { severity: 'low', confidence: 'low' });
}
