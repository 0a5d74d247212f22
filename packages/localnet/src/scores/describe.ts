import type { ExternalMethod, Parameter, ParameterType, Self, Value } from './score.ts';
import type { ScalarType } from './values.ts';

/** What a method is given for a parameter of a type. */
type Plain<Type extends ParameterType> = Type extends `[]${infer Element extends ParameterType}`
  ? readonly Plain<Element>[]
  : { int: bigint; str: string; bytes: Buffer; bool: boolean; Address: string }[Exclude<Type, `[]${string}`>];

type Given<P extends Parameter> = P extends { readonly optional: true }
  ? Plain<P['type']> | null
  : Plain<P['type']>;

interface Definition<Inputs extends readonly Parameter[]> extends Omit<ExternalMethod, 'inputs' | 'run'> {
  readonly inputs: Inputs;
  run(self: Self, ...values: { [Index in keyof Inputs]: Given<Inputs[Index]> }): Value | undefined;
}

/**
 * A method whose code gets its parameters with the types that it declares.
 *
 * ```ts
 * method({ inputs: [address('_owner')], output: 'int', run: (self, owner) => self.balanceOf(owner) });
 * ```
 */
export function method<const Inputs extends readonly Parameter[]>(
  definition: Definition<Inputs>,
): ExternalMethod {
  return definition;
}

/** A parameter that is an integer of any size. */
export const int = (name: string) => ({ name, type: 'int' }) as const;
/** A parameter that is a text. */
export const str = (name: string) => ({ name, type: 'str' }) as const;
/** A parameter that is bytes. */
export const bytes = (name: string) => ({ name, type: 'bytes' }) as const;
/** A parameter that is true or false. */
export const bool = (name: string) => ({ name, type: 'bool' }) as const;
/** A parameter that is an address of a wallet or a contract. */
export const address = (name: string) => ({ name, type: 'Address' }) as const;

/** A parameter that is a list of what the given one is. */
export const listOf = <Type extends ScalarType>(element: { readonly name: string; readonly type: Type }) =>
  ({ name: element.name, type: `[]${element.type}` }) as const;

/** The same parameter, which may be left out and is null then. */
export const optional = <const P extends Parameter>(parameter: P) =>
  ({ ...parameter, optional: true }) as const;
