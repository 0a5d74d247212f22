import { buildContract, buildLoose } from '../flow/contract.ts';
import type { ContractModel, Flow } from '../flow/flow.ts';
import type { Package } from '../package/package.ts';
import { buildProgram } from './build-program.ts';
import type { ClassModel, FunctionModel, Program } from './program.ts';
import type { Subject } from './subject.ts';
import { TreeFacts } from './tree-facts.ts';

/** Works out all facts of a package. */
export function buildSubject(pkg: Package, engine: Subject['engine'] = 'either'): Subject {
  const program = buildProgram(pkg);
  const contracts = concreteContracts(program).map((cls) => buildContract(program, cls));
  return { program, facts: new TreeFacts(program), contracts, loose: looseFlows(program, contracts), engine };
}

/** The main class, and every contract that no other one here builds on. */
function concreteContracts(program: Program): ClassModel[] {
  const { manifest } = program.package;
  const isMain = (cls: ClassModel) =>
    manifest.state === 'read' &&
    cls.name === manifest.mainScore &&
    cls.module.name === manifest.mainModule?.replaceAll('/', '.');
  const contracts = program.classes.filter(({ role }) => role === 'contract');
  const bases = new Set(contracts.flatMap((cls) => cls.order.slice(1)));
  return contracts
    .filter((cls) => isMain(cls) || !bases.has(cls))
    .toSorted((left, right) => Number(isMain(right)) - Number(isMain(left)));
}

function looseFlows(program: Program, contracts: readonly ContractModel[]): Flow[] {
  const reached = new Set(
    contracts.flatMap(({ flows }) => flows.flatMap(({ steps }) => steps.map(({ frame }) => frame.fn))),
  );
  const flows: Flow[] = [];
  for (const fn of program.functions) {
    if (reached.has(fn) || !standsAlone(fn)) continue;
    const flow = buildLoose(program, fn);
    flows.push(flow);
    for (const { frame } of flow.steps) reached.add(frame.fn);
  }
  return flows;
}

const standsAlone = (fn: FunctionModel): boolean =>
  fn.outer === undefined &&
  fn.event === undefined &&
  !fn.declared &&
  fn.owner?.role !== 'interface' &&
  fn.owner?.role !== 'struct';
