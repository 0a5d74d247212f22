import type { ApiEntry, ApiInput } from '../../src/scores/api.ts';
import type { ParameterType, Score } from '../../src/scores/score.ts';

/** What the Python source of a contract declares. */
export interface PythonApi {
  /** Methods, events and the fallback, by name. */
  readonly entries: readonly ApiEntry[];
  readonly install: readonly ApiInput[];
  readonly update: readonly ApiInput[];
}

const METHOD = /((?: {4}@.*\n)*) {4}def (\w+)\(self(?:, )?(.*)\)(?: -> (\w+))?:\n/g;
const PARAMETER = /(\w+): (List\[)?(\w+)\]?( = \w+)?/g;

/** Reads the declarations of a contract's main class, which have a line each. */
export function pythonApiOf({ source, mainClass }: Score): PythonApi {
  const body = source.split(`class ${mainClass}(IconScoreBase):\n`)[1] ?? '';
  const [entries, lifecycle] = [[] as ApiEntry[], new Map<string, readonly ApiInput[]>()];
  for (const [, decorators = '', name = '', parameters = '', output] of body.matchAll(METHOD)) {
    const entry = entryOf(decorators, name, inputsOf(parameters), output);
    if (entry !== null) entries.push(entry);
    else lifecycle.set(name, inputsOf(parameters));
  }
  return {
    entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
    install: lifecycle.get('on_install') ?? [],
    update: lifecycle.get('on_update') ?? [],
  };
}

function inputsOf(parameters: string): ApiInput[] {
  return [...parameters.matchAll(PARAMETER)].map(([, name = '', list, type = '', value]) => ({
    ...(value !== undefined && { default: null }),
    name,
    type: (list === undefined ? type : `[]${type}`) as ParameterType,
  }));
}

function entryOf(
  decorators: string,
  name: string,
  inputs: ApiInput[],
  output: string | undefined,
): ApiEntry | null {
  const indexed = Number(/indexed=(\d)/.exec(decorators)?.[1] ?? 0);
  if (decorators.includes('@eventlog'))
    return {
      inputs: inputs.map((input, i) => (i < indexed ? { indexed: '0x1', ...input } : input)),
      name,
      type: 'eventlog',
    };
  const isFallback = name === 'fallback';
  if (!decorators.includes('@external') && !isFallback) return null;
  return {
    inputs,
    name,
    outputs: output === undefined ? [] : [{ type: output }],
    ...(decorators.includes('@payable') && { payable: '0x1' as const }),
    ...(decorators.includes('readonly=True') && { readonly: '0x1' as const }),
    type: isFallback ? 'fallback' : 'function',
  };
}
