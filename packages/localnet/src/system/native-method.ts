import type { JsonObject } from '@madang/icon';
import type { ExternalMethod, Parameter, ParameterType } from '../scores/score.ts';

/** A parameter that is a list of structures, which only methods have that are not executed here. */
export interface StructList {
  readonly name: string;
  readonly type: '[]struct';
  readonly fields: readonly { readonly name: string; readonly type: ParameterType }[];
}

/** A method of a contract that the node itself brings. */
export interface NativeMethod extends Pick<ExternalMethod, 'output' | 'readonly' | 'payable'> {
  readonly name: string;
  readonly inputs: readonly (Parameter | StructList)[];
}

/** Types of parameters by name, in order. A name that ends in a question mark may be left out; an object is the fields of a list. */
type Inputs = Readonly<Record<string, ParameterType | Readonly<Record<string, ParameterType>>>>;

/** A method that changes something, and gives nothing. */
export const writer = (name: string, inputs: Inputs = {}): NativeMethod => ({
  name,
  inputs: inputsOf(inputs),
});

/** A method that takes coins. */
export const payer = (name: string, inputs: Inputs = {}): NativeMethod => ({
  ...writer(name, inputs),
  payable: true,
});

/** A method that only looks at things. */
export const reader = (
  name: string,
  output: NonNullable<NativeMethod['output']>,
  inputs: Inputs = {},
): NativeMethod => ({ ...writer(name, inputs), output, readonly: true });

function inputsOf(inputs: Inputs): (Parameter | StructList)[] {
  return Object.entries(inputs).map(([name, type]) => {
    if (typeof type !== 'string') {
      const fields = Object.entries(type).map(([field, of]) => ({ name: field, type: of }));
      return { name, type: '[]struct', fields };
    }
    return name.endsWith('?') ? { name: name.slice(0, -1), type, optional: true } : { name, type };
  });
}

/** The answer of `icx_getScoreApi` about methods, members in the node's order. */
export function apiOfMethods(methods: readonly NativeMethod[]): readonly JsonObject[] {
  return methods.map(({ name, inputs, output, readonly, payable }) => ({
    inputs: inputs.map(apiOfInput),
    name,
    outputs: output === undefined ? [] : [{ type: output }],
    ...(payable === true && { payable: '0x1' }),
    ...(readonly === true && { readonly: '0x1' }),
    type: 'function',
  }));
}

function apiOfInput(input: Parameter | StructList): JsonObject {
  const { name, type } = input;
  if ('fields' in input) return { fields: input.fields, name, type };
  return input.optional === true ? { default: null, name, type } : { name, type };
}
