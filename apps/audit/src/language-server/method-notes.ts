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
    const asked = flows.map((flow) => guardsAlong(this.#contract, flow));
    const entries = flows.map((flow, i) => this.#entryNote(flow, asked[i] ?? []));
    const told = new Set(flows.map(({ entry }) => entry.fn));
    const steps = byMethod(flows.flatMap(effectsOf), ({ frame }) => frame);
    const guards = byMethod(asked.flat(), ({ way }) => way.frame);
    const inner = [...new Set([...steps.keys(), ...guards.keys()])].filter((fn) => !told.has(fn));
    return [...entries, ...inner.map((fn) => this.#innerNote(fn, steps.get(fn) ?? [], guards.get(fn) ?? []))];
  }

  #entryNote(flow: Flow, asked: readonly AskedGuard[]): MethodNote {
    const { kind, payable, fn } = flow.entry;
    const guards = asked.map((guard) => this.#guard(guard));
    return { ...this.#note(fn, flow.steps), entry: kind, payable, guards, cut: flow.cut };
  }

  /** What it asks stands before what comes after it, wherever it is called: of its callers each says how much that is. */
  #innerNote(fn: FunctionModel, steps: readonly Step[], asked: readonly AskedGuard[]): MethodNote {
    const guards = asked.map((guard) => this.#guard({ ...guard, covers: 'all' }));
    const distinct = new Map(
      guards.map((guard) => [`${guard.file} ${guard.line} ${guard.callers.en}`, guard]),
    );
    return { ...this.#note(fn, steps), guards: [...distinct.values()] };
  }

  #guard({ way, callers, covers }: AskedGuard): GuardNote {
    return {
      callers: oneOf(callers.map(callerWords)),
      wide: callers.some(isWide),
      file: this.#root + way.module.path,
      line: way.module.lines.lineOf(way.node.start),
      covers,
    };
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

const effectsOf = (flow: Flow): Step[] =>
  (['write', 'event', 'external', 'transfer'] as const).flatMap((kind) => stepsOf(flow, kind));

/** What happens while each method runs, in it and in what it calls. */
function byMethod<T>(all: readonly T[], frameOf: (each: T) => Frame): Map<FunctionModel, T[]> {
  const found = new Map<FunctionModel, T[]>();
  for (const each of all) {
    for (let frame: Frame | undefined = frameOf(each); frame !== undefined; frame = frame.caller) {
      if (frame.fn.owner === undefined) continue;
      const known = found.get(frame.fn);
      if (known === undefined) found.set(frame.fn, [each]);
      else known.push(each);
    }
  }
  return found;
}
