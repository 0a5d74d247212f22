import type { Call, Expression, Keyword, Parameter } from '../python/tree.ts';
import type { FunctionModel } from './program.ts';

/** What a call passes, as far as it can be counted. */
export interface Passed {
  readonly positional: number;
  readonly names: readonly string[];
}

/** Why a call does not fit a list of parameters. */
export type Misfit =
  | { readonly kind: 'missing'; readonly parameter: string }
  | { readonly kind: 'surplus'; readonly takes: number; readonly given: number }
  | { readonly kind: 'keyword'; readonly keyword: string };

/** Undefined for a call with `*args` or `**kwargs`, which may pass anything. */
export function passedBy(args: readonly Expression[], keywords: readonly Keyword[]): Passed | undefined {
  const names = keywords.flatMap(({ name }) => name ?? []);
  if (args.some(({ kind }) => kind === 'Starred') || names.length < keywords.length) return undefined;
  return { positional: args.length, names };
}

export const passedByCall = ({ args, keywords }: Call): Passed | undefined => passedBy(args, keywords);

/** What does not fit between a call and parameters without `self`; undefined when all fits. */
export function misfitOf(
  parameters: readonly Parameter[],
  { positional, names }: Passed,
): Misfit | undefined {
  const inOrder = parameters.filter(({ style }) => style === 'plain' || style === 'positional-only');
  const has = (wanted: Parameter['style']) => parameters.some(({ style }) => style === wanted);
  if (positional > inOrder.length && !has('variadic'))
    return { kind: 'surplus', takes: inOrder.length, given: positional };
  const byName = parameters.filter(({ style }) => style === 'plain' || style === 'keyword-only');
  const keyword = has('keywords')
    ? undefined
    : names.find((name) => !byName.some((parameter) => parameter.name === name));
  if (keyword !== undefined) return { kind: 'keyword', keyword };
  const filled = new Set([...inOrder.slice(0, positional).map(({ name }) => name), ...names]);
  const missing = parameters.find(
    ({ name, style, default: byDefault }) =>
      style !== 'variadic' && style !== 'keywords' && byDefault === undefined && !filled.has(name),
  );
  return missing === undefined ? undefined : { kind: 'missing', parameter: missing.name };
}

/** The parameters that a caller sees. */
export const openParameters = ({ node, binding, owner }: FunctionModel): readonly Parameter[] =>
  owner === undefined || binding === 'static' ? node.parameters : node.parameters.slice(1);

/** Decorators of the package may change what a function takes; those of the platform do not. */
export const keepsSignature = ({ decorators }: FunctionModel): boolean =>
  decorators.every(
    ({ target, name }) =>
      target.kind === 'platform' || target.kind === 'builtin' || name.endsWith('abstractmethod'),
  );

/** `a, b, *c` as in the definition, without types and defaults. */
export function parameterList(parameters: readonly Parameter[]): string {
  return parameters
    .map(
      ({ name, style, default: byDefault }) =>
        `${style === 'variadic' ? '*' : style === 'keywords' ? '**' : ''}${name}${byDefault === undefined ? '' : '=…'}`,
    )
    .join(', ');
}
