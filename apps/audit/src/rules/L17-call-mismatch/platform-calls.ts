import type { Report } from '../../catalogue/rule.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { Program } from '../../domain/model/program.ts';
import { passedByCall, type Passed } from '../../domain/model/signature.ts';
import type { Engine, Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Call, Expression } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** What the platform is called with: all parameters, and how many of them are needed. */
const PARAMETERS: ReadonlyMap<string, readonly [all: readonly string[], needed: number]> = new Map([
  ['VarDB', [['var_key', 'db', 'value_type'], 3]],
  ['ArrayDB', [['var_key', 'db', 'value_type'], 3]],
  ['DictDB', [['var_key', 'db', 'value_type', 'depth'], 3]],
  // Asked of the class, it wants the contract itself first in the engine before goloop.
  ['IconScoreBase.create_interface_score', [['self', 'addr_to', 'interface_cls'], 3]],
]);

/** Whose second argument is a number. */
const WITH_CODE: ReadonlySet<string> = new Set(['revert', 'IconScoreException']);

/** Calls of what the platform brings, wherever they stand: with too much, too little, or a code that is text. */
export function checkPlatform({ program, engine }: Subject, found: Found<Call>, report: Report): void {
  const { node, module } = found;
  const meaning = isTestModule(module) ? undefined : meaningOf(program, found, node.callee);
  if (meaning?.kind !== 'platform') return;
  const passed = passedByCall(node);
  const parameters = PARAMETERS.get(meaning.name);
  if (parameters !== undefined && passed !== undefined)
    checkParameters(found, meaning.name, parameters, passed, engine, report);
  const code = node.args[1] ?? node.keywords.find(({ name }) => name === 'code')?.value;
  if (!WITH_CODE.has(meaning.name) || code === undefined || !isText(program, found, code)) return;
  const given = { call: meaning.name, parameter: 'code', want: 'int', got: 'str' };
  report(found, words.says.type, given, { severity: 'medium' });
}

/** Written out, or a constant of a module that is. */
function isText(program: Program, found: Found, node: Expression): boolean {
  if (node.kind === 'String' || node.kind === 'FString') return true;
  if (node.kind !== 'Name' || meaningOf(program, found, node).kind !== 'value') return false;
  const symbol = program.scopes.get(found.module)?.names.get(node.id);
  return symbol?.kind === 'value' && symbol.value?.kind === 'String';
}

function checkParameters(
  found: Found<Call>,
  call: string,
  [all, needed]: readonly [readonly string[], number],
  { positional, names }: Passed,
  engine: Engine,
  report: Report,
): void {
  const keyword = names.find((name) => !all.includes(name));
  const missing =
    all[0] === 'self' && positional + names.length < needed
      ? 'self'
      : all.slice(positional, needed).find((name) => !names.includes(name));
  if (positional > all.length)
    report(found, words.says.surplus, { call, takes: all.length, given: positional });
  else if (keyword !== undefined) report(found, words.says.keyword, { call, keyword });
  else if (missing === 'self') tellSelf(found, call, engine, report);
  else if (missing !== undefined) report(found, words.says.missing, { call, parameter: missing });
}

function tellSelf(found: Found<Call>, call: string, engine: Engine, report: Report): void {
  if (engine !== 'goloop')
    report(found, words.says.self, { call }, engine === 'v1' ? {} : { severity: 'medium' });
}
