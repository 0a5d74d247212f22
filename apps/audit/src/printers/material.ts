import { buildContract } from '../domain/flow/contract.ts';
import type { ContractModel, Flow } from '../domain/flow/flow.ts';
import { concreteContracts, looseFlows } from '../domain/model/build-subject.ts';
import { buildProgram } from '../domain/model/build-program.ts';
import type { ClassModel, FunctionModel, Program } from '../domain/model/program.ts';
import { TreeFacts } from '../domain/model/tree-facts.ts';
import type { Module, Package } from '../domain/package/package.ts';
import type { Place } from '../domain/python/tree.ts';
import type { Piece, SourcePlace } from './picture.ts';

/** The facts of one package, each worked out when a printer first asks for it. */
export class Material {
  readonly program: Program;
  /** Contracts to be shown, the main one first. */
  readonly classes: readonly ClassModel[];
  /** Only one class is wanted. */
  readonly narrowed: boolean;
  readonly #package: Package;
  #contracts: readonly ContractModel[] | undefined;
  #facts: TreeFacts | undefined;
  #loose: readonly Flow[] | undefined;

  constructor(pkg: Package, className: string | undefined) {
    this.#package = pkg;
    this.program = buildProgram(pkg);
    this.narrowed = className !== undefined;
    this.classes =
      className === undefined
        ? concreteContracts(this.program)
        : this.program.classes.filter(({ role, name }) => role === 'contract' && name === className);
  }

  get contracts(): readonly ContractModel[] {
    this.#contracts ??= this.classes.map((cls) => buildContract(this.program, cls));
    return this.#contracts;
  }

  get facts(): TreeFacts {
    this.#facts ??= new TreeFacts(this.program);
    return this.#facts;
  }

  /** What functions do that no contract reaches; nothing when one class is wanted. */
  get loose(): readonly Flow[] {
    this.#loose ??= this.narrowed ? [] : looseFlows(this.program, this.contracts);
    return this.#loose;
  }

  /** Names of all contract classes, those that others build on too. */
  get contractNames(): readonly string[] {
    return this.program.classes.filter(({ role }) => role === 'contract').map(({ name }) => name);
  }

  place({ module, node }: { readonly module: Module; readonly node: Place }): SourcePlace {
    const { root } = this.#package;
    return {
      file: root === '' ? module.path : `${root}/${module.path}`,
      line: module.lines.positionOf(node.start).line,
    };
  }

  /** Where the name of a function or class stands. */
  placeOf({
    module,
    node,
  }: Pick<FunctionModel, 'module'> & { readonly node: { readonly nameStart: number } }) {
    return this.place({ module, node: { start: node.nameStart, end: node.nameStart } });
  }

  /** How a class is called where several packages are shown. */
  titleOf({ name }: ClassModel): string {
    return this.#package.root === '' ? name : `${this.#package.root}: ${name}`;
  }

  /** What keeps the package from being known as a whole. */
  get notes(): Piece[] {
    const broken = this.#package.modules.filter(({ faults }) => faults.length > 0);
    const unknown = this.classes.filter(({ unknownBase }) => unknownBase);
    return [
      ...broken.map((module): Piece => {
        const at = this.place({ module, node: { start: module.faults[0]?.start ?? 0, end: 0 } });
        return {
          tone: 'warn',
          at,
          text: {
            en: `${at.file} has syntax errors: what stands in them is not shown`,
            ko: `${at.file}에 문법 오류가 있어 그 부분은 나오지 않습니다`,
          },
        };
      }),
      ...unknown.map((cls): Piece => ({
        tone: 'warn',
        at: this.placeOf(cls),
        text: {
          en: `${cls.name} has a base that is not in the package: what it inherits is not shown`,
          ko: `${cls.name}의 기반 클래스가 패키지에 없어 물려받은 것은 나오지 않습니다`,
        },
      })),
    ];
  }

  /** The same, and what was too much to be followed in its flows. */
  get flowNotes(): Piece[] {
    const cut = this.contracts.flatMap(({ flows }) => flows.filter((flow) => flow.cut));
    return [
      ...this.notes,
      ...cut.map(({ entry: { fn } }): Piece => ({
        tone: 'warn',
        at: this.placeOf(fn),
        text: {
          en: `${fn.name} calls too much to follow all of it: it may do more than is shown`,
          ko: `${fn.name}은(는) 호출이 너무 많아 끝까지 따라가지 못했습니다. 나온 것보다 더 할 수 있습니다`,
        },
      })),
    ];
  }
}
