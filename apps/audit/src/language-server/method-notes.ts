import type { Text } from '../catalogue/finding.ts';
import { guardsAlong, type AskedGuard } from '../domain/access/callers.ts';
import { stepsOf, type ContractModel, type EntryPoint, type Flow } from '../domain/flow/flow.ts';
import type { Frame, Step } from '../domain/flow/steps.ts';
import type { FunctionModel } from '../domain/model/program.ts';
import type { Package } from '../domain/package/package.ts';
import type { Position } from '../domain/python/lines.ts';
import { callerWords, isWide, oneOf } from '../printers/words.ts';

/** What an editor tells of a method of a contract: who may call it, what it asks, and what it does. */
export interface MethodNote {
  /** Class of the contract that is deployed. */
  readonly contract: string;
  readonly name: string;
  readonly file: string;
  /** Where its name stands. */
  readonly at: Position;
  /** Nothing of a method that other methods call. */
  readonly entry: EntryPoint['kind'] | undefined;
  readonly payable: boolean;
  readonly guards: readonly GuardNote[];
  readonly writes: readonly string[];
  readonly events: readonly string[];
  /** Methods of other contracts. */
  readonly calls: readonly string[];
  readonly sendsIcx: boolean;
  /** It does more than could be followed. */
  readonly cut: boolean;
}

/** Whom a condition lets through, and where it stands. */
export interface GuardNote {
  readonly callers: Text;
  /** It lets nearly everybody through. */
  readonly wide: boolean;
  readonly file: string;
  readonly line: number;
  /** It stands before everything that the method does, or before a part of it. */
  readonly covers: AskedGuard['covers'];
}

/** Notes of all methods of the contracts of a package, by contract and place. */
export function methodNotes(pkg: Package, contracts: readonly ContractModel[]): MethodNote[] {
  return contracts.flatMap((contract) => new ContractNotes(pkg, contract).all());
}

class ContractNotes {
  readonly #root: string;
  readonly #contract: ContractModel;

  constructor({ root }: Package, contract: ContractModel) {
    this.#root = root === '' ? '' : `${root}/`;
    this.#contract = contract;
  }

  all(): MethodNote[] {
    const { flows } = this.#contract;
    const entries = flows.map((flow) => this.#entryNote(flow));
    const told = new Set(flows.map(({ entry }) => entry.fn));
    const inner = [...stepsByMethod(flows)].filter(([fn]) => !told.has(fn));
    return [...entries, ...inner.map(([fn, steps]) => this.#note(fn, steps))];
  }

  #entryNote(flow: Flow): MethodNote {
    const { kind, payable, fn } = flow.entry;
    const guards = guardsAlong(this.#contract, flow).map(({ way, callers, covers }): GuardNote => ({
      callers: oneOf(callers.map(callerWords)),
      wide: callers.some(isWide),
      file: this.#root + way.module.path,
      line: way.module.lines.lineOf(way.node.start),
      covers,
    }));
    return { ...this.#note(fn, flow.steps), entry: kind, payable, guards, cut: flow.cut };
  }

  #note(fn: FunctionModel, steps: readonly Step[]): MethodNote {
    const told = (name: (step: Step) => string | undefined) => [
      ...new Set(steps.flatMap((step) => name(step) ?? [])),
    ];
    return {
      contract: this.#contract.cls.name,
      name: fn.name,
      file: this.#root + fn.module.path,
      at: fn.module.lines.positionOf(fn.node.nameStart),
      entry: undefined,
      payable: false,
      guards: [],
      writes: told(({ action }) => (action.kind === 'write' ? action.item.name : undefined)),
      events: told(({ action }) => (action.kind === 'event' ? action.name : undefined)),
      calls: told(({ action }) => (action.kind === 'external' ? action.method : undefined)),
      sendsIcx: steps.some(({ action }) => action.kind === 'transfer'),
      cut: false,
    };
  }
}

/** What happens while each method runs, in it and in what it calls, for the methods of which something is to be told. */
function stepsByMethod(flows: readonly Flow[]): Map<FunctionModel, Step[]> {
  const steps = new Map<FunctionModel, Step[]>();
  for (const flow of flows) {
    for (const kind of ['write', 'event', 'external', 'transfer'] as const) {
      for (const step of stepsOf(flow, kind)) {
        for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller)
          if (frame.fn.owner !== undefined) addTo(steps, frame.fn, step);
      }
    }
  }
  return steps;
}

function addTo(steps: Map<FunctionModel, Step[]>, fn: FunctionModel, step: Step): void {
  const known = steps.get(fn);
  if (known === undefined) steps.set(fn, [step]);
  else known.push(step);
}
