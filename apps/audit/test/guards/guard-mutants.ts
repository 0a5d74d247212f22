import { stretchOf } from '../../src/collector.ts';
import { buildSubject } from '../../src/domain/model/build-subject.ts';
import { Completion } from '../../src/domain/model/completion.ts';
import { isDeployment } from '../../src/domain/model/lifecycle.ts';
import type { FunctionModel, Program } from '../../src/domain/model/program.ts';
import { isDocstring } from '../../src/domain/model/stubs.ts';
import type { Found, TreeFacts } from '../../src/domain/model/tree-facts.ts';
import type { InputFile, Module, Package } from '../../src/domain/package/package.ts';
import type { Node, Place, Statement } from '../../src/domain/python/tree.ts';

/** What a guard asks: who calls; how much; or anything else, such as how far a thing has come. */
export type GuardKind = 'caller' | 'amount' | 'state';

/** A package in which one guard is missing. */
export interface GuardMutant {
  readonly files: readonly InputFile[];
  readonly kind: GuardKind;
  /** `path:line` of what was taken out. */
  readonly place: string;
  /** As it was written, in one line. */
  readonly source: string;
}

/**
 * The packages that come of taking out one guard at a time: an `if` that only refuses, a call of a function of the package that only
 * asks, a decorator of the package. Queries and what runs at a deployment are left as they are. Lines keep their numbers.
 */
export function* guardMutants(pkg: Package, files: readonly InputFile[]): Generator<GuardMutant> {
  const { program, facts } = buildSubject(pkg, undefined, { older: undefined, neighbours: undefined });
  const guards = new Guards(program, facts);
  for (const { module, at, asks } of guards.all()) {
    const { file: path, start } = stretchOf(pkg, module)(at);
    const file = files.find((each) => each.path === path);
    if (file === undefined || module.text.includes('\r')) continue;
    const source = module.text.slice(at.start, at.end);
    const lines = '\n'.repeat(source.split('\n').length - 1);
    const put = source.startsWith('@') ? lines : `pass${lines}`;
    const text = module.text.slice(0, at.start) + put + module.text.slice(at.end);
    const changed = { ...file, bytes: new TextEncoder().encode(text) };
    yield {
      files: files.map((each) => (each === file ? changed : each)),
      kind: kindOf(asks),
      place: `${path}:${start.line}`,
      source: source.replaceAll(/\s+/g, ' '),
    };
  }
}

const kindOf = (asks: string): GuardKind => {
  if (/sender|origin|owner|admin|caller|only/i.test(asks)) return 'caller';
  return /[<>]/.test(asks) ? 'amount' : 'state';
};

interface Guard {
  readonly module: Module;
  readonly at: Place;
  /** The source of its test. */
  readonly asks: string;
}

class Guards {
  readonly #facts: TreeFacts;
  readonly #program: Program;
  readonly #completion: Completion;

  constructor(program: Program, facts: TreeFacts) {
    this.#facts = facts;
    this.#program = program;
    this.#completion = new Completion(program, facts);
  }

  all(): Guard[] {
    const tests = this.#facts.of('If').filter(({ node, fn }) => isChanging(fn) && this.#refuses(node));
    const calls = this.#facts
      .of('ExpressionStatement')
      .filter(({ node, fn }) => isChanging(fn) && this.#asks(node));
    const decorators = this.#program.functions.filter(isChanging).flatMap(({ module, decorators: all }) =>
      all.flatMap(({ node, target }): Guard[] =>
        // The sign in front goes with it.
        target.kind === 'function'
          ? [{ module, at: { start: node.start - 1, end: node.end }, asks: textAt(module, node) }]
          : [],
      ),
    );
    return [...tests, ...calls]
      .map(({ module, node }: Found): Guard => ({ module, at: node, asks: textAt(module, testOf(node)) }))
      .concat(decorators.filter(({ module, at }) => module.text[at.start] === '@'));
  }

  /** `if …: revert(…)`, and nothing besides. */
  #refuses(statement: Statement): boolean {
    if (statement.kind !== 'If' || statement.orelse.length > 0 || statement.branches.length > 1) return false;
    const [branch] = statement.branches;
    const [only, ...more] = branch?.body ?? [];
    if (only === undefined || more.length > 0) return false;
    return ['Raise', 'ExpressionStatement'].includes(only.kind) && !this.#completion.passes(only);
  }

  /** `self._only_owner()`, `require(…)`: a call of a function of the package that does nothing but refuse. */
  #asks(statement: Statement): boolean {
    if (statement.kind !== 'ExpressionStatement' || statement.value.kind !== 'Call') return false;
    const { callee } = statement.value;
    const name = callee.kind === 'Name' ? callee.id : callee.kind === 'Attribute' ? callee.name : undefined;
    const named = this.#program.functions.filter((fn) => fn.name === name);
    return (
      named.length > 0 &&
      named.every(
        ({ node }) =>
          node.body.some((each) => this.#refuses(each)) &&
          node.body.every((each) => this.#refuses(each) || isHarmless(each)),
      )
    );
  }
}

/** Of an `if` without what is said where it refuses. */
const testOf = (node: Node): Place => (node.kind === 'If' ? (node.branches[0]?.test ?? node) : node);

/** A docstring, a variable, an answer. */
const isHarmless = (statement: Statement): boolean =>
  isDocstring(statement) || ['Assign', 'AnnotatedAssign', 'Return', 'Pass'].includes(statement.kind);

/** A method or a helper of one, other than queries and what runs at a deployment. */
const isChanging = (fn: FunctionModel | undefined): fn is FunctionModel =>
  fn?.owner !== undefined && fn.external?.readonly !== true && fn.name !== '__init__' && !isDeployment(fn);

const textAt = (module: Module, { start, end }: Place): string => module.text.slice(start, end);
