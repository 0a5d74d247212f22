import type { ExternalMethod, Event, Parameter, ParameterType, Score } from './score.ts';

/** A parameter of a method or an event, as `icx_getScoreApi` tells it. */
export interface ApiInput {
  /** Of a parameter that may be left out. */
  readonly default?: null;
  readonly indexed?: '0x1';
  readonly name: string;
  readonly type: ParameterType;
}

/** A method or an event of a contract, as `icx_getScoreApi` tells it. */
export interface ApiEntry {
  readonly inputs: readonly ApiInput[];
  readonly name: string;
  readonly outputs?: readonly { readonly type: string }[];
  readonly payable?: '0x1';
  readonly readonly?: '0x1';
  readonly type: 'function' | 'fallback' | 'eventlog';
}

/** The API of a contract, with entries and members in the order of a node: by name, capitals first. */
export function apiOf({ events, methods, fallback }: Score): ApiEntry[] {
  const entries = [
    ...Object.entries(events).map(([name, event]) => eventEntry(name, event)),
    ...Object.entries(methods).map(([name, method]) => methodEntry(name, method)),
    ...(fallback === undefined ? [] : [FALLBACK]),
  ];
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const FALLBACK: ApiEntry = { inputs: [], name: 'fallback', outputs: [], payable: '0x1', type: 'fallback' };

function eventEntry(name: string, { inputs, indexed }: Event): ApiEntry {
  return {
    inputs: inputs.map(({ name, type }, i) =>
      i < indexed ? { indexed: '0x1', name, type } : { name, type },
    ),
    name,
    type: 'eventlog',
  };
}

function methodEntry(name: string, { inputs, output, payable, readonly }: ExternalMethod): ApiEntry {
  return {
    inputs: inputs.map(inputOf),
    name,
    outputs: output === undefined ? [] : [{ type: output }],
    ...(payable === true && { payable: '0x1' as const }),
    ...(readonly === true && { readonly: '0x1' as const }),
    type: 'function',
  };
}

function inputOf({ name, type, optional }: Parameter): ApiInput {
  return optional === true ? { default: null, name, type } : { name, type };
}
