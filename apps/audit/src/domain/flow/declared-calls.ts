import { typesOfAnnotation } from '../model/annotations.ts';
import { findMethod, type FunctionModel } from '../model/program.ts';
import { keepsSignature, passedByCall } from '../model/signature.ts';
import { platformSignatures, type TypedParameter } from '../platform/signatures.ts';
import type { Call, Expression, Parameter } from '../python/tree.ts';
import { noKeywords } from './arguments.ts';
import type { Step } from './steps.ts';
import type { Value } from './values.ts';

/** A call of something whose declaration is known: in the package, or of the platform. */
export interface DeclaredCall {
  readonly node: Call;
  /** Undefined where only the types of the parameters are known. */
  readonly parameters: readonly Parameter[] | undefined;
  readonly types: readonly TypedParameter[];
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly of: 'package' | 'event' | 'interface' | 'platform';
}

/** What a step calls, where its declaration is known and the call passes what can be counted. */
export function declaredCall({ action, node }: Step): DeclaredCall | undefined {
  if (node.kind !== 'Call' || passedByCall(node) === undefined) return undefined;
  switch (action.kind) {
    case 'event':
      return declared(node, action.fn.node.parameters.slice(1), action, 'event');
    case 'external': {
      const stub = action.cls === undefined ? undefined : findMethod(action.cls, action.method);
      if (stub === undefined || !keepsSignature(stub) || nameOfCallee(node.callee) !== action.method)
        return undefined;
      return declared(node, stub.node.parameters.slice(1), action, 'interface');
    }
    case 'call':
      return isWritten(action.fn, node) ? internalCall(action.fn, action.args, node) : undefined;
    case 'platform':
      return platformCall(node, action.name, action.args, action.keywords);
    case 'transfer':
      return platformCall(node, 'icx', [action.to, action.amount], noKeywords);
    default:
      return undefined;
  }
}

type Given = Pick<DeclaredCall, 'args' | 'keywords'>;

function declared(
  node: Call,
  parameters: readonly Parameter[],
  { args, keywords }: Given,
  of: DeclaredCall['of'],
): DeclaredCall {
  const types = parameters.map(({ name, annotation }) => ({ name, types: typesOfAnnotation(annotation) }));
  return { node, parameters, types, args, keywords, of };
}

function platformCall(
  node: Call,
  name: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): DeclaredCall | undefined {
  const types = platformSignatures.get(name);
  return types === undefined
    ? undefined
    : { node, parameters: undefined, types, args, keywords, of: 'platform' };
}

/** A function by its own name; what a decorator or an alias calls is not to be read off the call. */
function isWritten(fn: FunctionModel, { callee }: Call): boolean {
  const isReplaced = fn.owner?.variables.has(fn.name) === true;
  if (!keepsSignature(fn) || isReplaced || fn.binding === 'property') return false;
  if (
    callee.kind === 'Attribute' &&
    callee.value.kind === 'Call' &&
    nameOfCallee(callee.value.callee) === 'super'
  )
    return false;
  const name = nameOfCallee(callee);
  return fn.name === '__init__' ? name === fn.owner?.name : name === fn.name;
}

/** The arguments of a call begin with the object that it is called on, where there is one. */
function internalCall(fn: FunctionModel, args: readonly Value[], node: Call): DeclaredCall {
  const bound = fn.binding === 'class' ? 1 : args.length - node.args.length;
  const given = { args: args.slice(args.length - node.args.length), keywords: noKeywords };
  return declared(node, fn.node.parameters.slice(bound), given, 'package');
}

const nameOfCallee = (callee: Expression): string =>
  callee.kind === 'Name' ? callee.id : callee.kind === 'Attribute' ? callee.name : '';
