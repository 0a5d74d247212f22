import { Budget } from '../flow/budget.ts';
import { addReached, buildContract, buildLoose, rebuildContract, runs } from '../flow/contract.ts';
import type { ContractModel, Flow } from '../flow/flow.ts';
import { LIBRARY_LIMITS, LOOSE_LIMITS } from '../flow/machine.ts';
import type { Package } from '../package/package.ts';
import type { EditedFunction } from '../package/take-edit.ts';
import { buildProgram } from './build-program.ts';
import type { ClassModel, FunctionModel, Program } from './program.ts';
import type { Subject } from './subject.ts';
import { TreeFacts } from './tree-facts.ts';

/** Works out all facts of a package. */
export function buildSubject(
  pkg: Package,
  engine: Subject['engine'] = 'either',
  { older, neighbours }: Pick<Subject, 'older' | 'neighbours'> = {},
): Subject {
  const program = buildProgram(pkg);
  const budget = new Budget(pkg);
  const contracts = concreteContracts(program).map((cls) => buildContract(program, cls, budget));
  const loose = looseFlows(program, contracts, budget);
  const facts = new TreeFacts(program);
  return { program, facts, contracts, loose, judgedLoose: loose, engine, older, neighbours };
}

/**
 * All facts of a package after one function was edited. Takes the place of what was known before, most of which it keeps. Undefined where
 * the edit may change what everything else builds on: then they have to be worked out anew.
 */
export function rebuildSubject(before: Subject, edit: EditedFunction): Subject | undefined {
  // What is known by the package is known of its older text.
  const pkg = { ...before.program.package };
  const older = before.program.functionOf.get(edit.before);
  const program = buildProgram(pkg, before.program);
  const newer = program.functionOf.get(edit.after);
  if (older === undefined || newer === undefined || isDeclaration(older) || isDeclaration(newer))
    return undefined;
  const contracts = before.contracts.map((contract) => rebuildContract(program, contract, older));
  if (!contracts.every((contract) => contract !== undefined)) return undefined;
  const kept = new Set(before.loose.filter((flow) => !runs(flow, older)));
  const loose = looseFlows(program, contracts, new Budget(pkg), kept);
  const judgedLoose = loose.filter((flow) => !kept.has(flow));
  const judged = [...contracts.flatMap((contract) => contract.judged), ...judgedLoose];
  const facts = new TreeFacts(program, new Set([newer, ...judged.map(({ entry }) => entry.fn)]));
  return { ...before, program, facts, contracts, loose, judgedLoose };
}

/** An event or a method of an interface: whoever calls it runs nothing of it, and goes by how it is declared. */
const isDeclaration = ({ event, declared }: FunctionModel): boolean => event !== undefined || declared;

/** The main class, and every contract that no other one here builds on. */
export function concreteContracts(program: Program): ClassModel[] {
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

/** Flows of the functions that no contract reaches; those of an older version that are still the same are kept. */
export function looseFlows(
  program: Program,
  contracts: readonly ContractModel[],
  budget = new Budget(program.package),
  kept: ReadonlySet<Flow> = new Set(),
): Flow[] {
  const known = new Map([...kept].map((flow) => [flow.entry.fn, flow]));
  const limits = knowsPlatform(program) ? LOOSE_LIMITS : LIBRARY_LIMITS;
  const reached = new Set<FunctionModel>();
  for (const { flows } of contracts) for (const flow of flows) addReached(reached, flow);
  const flows: Flow[] = [];
  for (const fn of program.functions) {
    if (reached.has(fn) || !standsAlone(fn)) continue;
    const flow = known.get(fn) ?? buildLoose(program, fn, limits, budget);
    flows.push(flow);
    addReached(reached, flow);
  }
  return flows;
}

const knowsPlatform = ({ scopes }: Program): boolean =>
  [...scopes.values()].some(
    ({ imports, platformStar }) =>
      platformStar || imports.some(({ targets }) => targets.some(({ found }) => found === 'platform')),
  );

const standsAlone = (fn: FunctionModel): boolean =>
  fn.outer === undefined &&
  fn.event === undefined &&
  !fn.declared &&
  fn.owner?.role !== 'interface' &&
  fn.owner?.role !== 'struct';
