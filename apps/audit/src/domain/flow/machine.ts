import type { Module } from '../package/package.ts';
import type { Program } from '../model/program.ts';
import type { Node } from '../python/tree.ts';
import type { Budget } from './budget.ts';
import { either } from './either.ts';
import { Environment } from './environment.ts';
import type { Action, Frame, LoopFrame, Step, TryFrame } from './steps.ts';
import type { Condition, StorageItem, Value } from './values.ts';

/** How far calls are unrolled; beyond it they are opaque, so that time and memory stay linear in the number of entry points. */
export interface UnrollLimits {
  readonly steps: number;
  /** Calls within calls. */
  readonly depth: number;
}

/** An entry point of a contract: those of real ones stay below 3,000 steps. */
export const ENTRY_LIMITS: UnrollLimits = { steps: 5_000, depth: 40 };
/** A function that belongs to no contract: what it does itself, and what its helpers do. */
export const LOOSE_LIMITS: UnrollLimits = { steps: 600, depth: 3 };
/** A function of a package that knows nothing of the platform: any of its functions may be called, so each is read by itself. */
export const LIBRARY_LIMITS: UnrollLimits = { steps: 600, depth: 1 };

/** A `try` that is running, and the steps that may jump to its handlers. */
export interface OpenTry {
  readonly frame: TryFrame;
  readonly raisers: Step[];
}

/** Those that run, the innermost last; every step keeps the list of their frames. */
export interface OpenTries {
  readonly open: readonly OpenTry[];
  readonly frames: readonly TryFrame[];
}

/** The variables of a function that waits for the one that it called, and of those that wait for it. */
export interface Around {
  readonly environment: Environment<Value>;
  readonly around: Around | undefined;
}

/** The values and the ways that lead to a place, so that they can be kept and taken up again. */
export interface Place {
  readonly heads: readonly Step[];
  readonly values: ReadonlyMap<string, Value>;
  readonly path: readonly Condition[];
}

/** What all contracts of a package share: names, storage by key, fields of objects made when a contract is made. */
export interface World {
  readonly program: Program;
  /** By kind and key, so that two containers of one name are one place. */
  readonly items: Map<string, StorageItem>;
  readonly limits: UnrollLimits;
  readonly budget: Budget;
}

export const itemKey = ({ kind, key }: Pick<StorageItem, 'kind' | 'key'>): string => `${kind} ${key}`;

/** Lays down steps one after another. The layers above it read expressions and statements. */
export class Machine {
  readonly world: World;
  readonly steps: Step[] = [];
  /** The steps that the next one follows; none when this place cannot be reached. */
  protected heads: Step[] = [];
  protected environment = new Environment<Value>(new Map(), undefined);
  protected around: Around | undefined;
  protected frame: Frame;
  protected module: Module;
  /** Conditions that hold here since the running function began. */
  protected path: readonly Condition[] = [];
  protected loops: readonly LoopFrame[] = [];
  protected tries: OpenTries = { open: [], frames: [] };
  /** A constructor runs: attributes are being made, not changed. */
  protected constructing = false;
  /** Some calls were not unrolled, since there was too much. */
  cut = false;
  /** Steps that are laid down only to find out how values develop are counted and thrown away. */
  #rehearsals = 0;
  #laid = 0;
  readonly #most: number;

  constructor(world: World, frame: Frame) {
    this.world = world;
    this.frame = frame;
    this.module = frame.fn.module;
    this.#most = world.budget.share(world.limits.steps);
  }

  protected get dead(): boolean {
    return this.heads.length === 0;
  }

  protected get rehearsing(): boolean {
    return this.#rehearsals > 0;
  }

  protected get exhausted(): boolean {
    return this.#laid > this.#most;
  }

  /** Nothing more is laid down: what was counts for the whole package. */
  protected settleAccount(): void {
    this.world.budget.spend(this.#laid);
  }

  protected append(action: Action, node: Node): Step {
    this.#laid += 1;
    const step: Step = {
      id: this.steps.length,
      action,
      node,
      module: this.module,
      frame: this.frame,
      loops: this.loops,
      tries: this.tries.frames,
      next: [],
      previous: [...this.heads],
    };
    if (this.#rehearsals === 0) {
      this.steps.push(step);
      for (const head of this.heads) head.next.push(step);
    }
    if (this.heads.length > 0) this.heads = [step];
    return step;
  }

  /** Ties a step behind the current heads, as a loop's end to its beginning. */
  protected tieTo(step: Step): void {
    if (this.#rehearsals > 0) return;
    for (const head of this.heads) {
      head.next.push(step);
      step.previous.push(head);
    }
  }

  /** The last step may raise: whoever catches goes on from it. */
  protected mayRaise(step: Step): void {
    if (this.rehearsing || this.tries.open.length === 0) return;
    for (const { frame, raisers } of this.tries.open.toReversed()) {
      raisers.push(step);
      // Only what a handler of this `try` does not catch goes on to the next one.
      if (frame.handlers.some(({ catches }) => catches)) return;
    }
  }

  protected get place(): Place {
    return { heads: this.heads, values: this.environment.keep(), path: this.path };
  }

  protected goTo(place: Place): void {
    this.heads = [...place.heads];
    this.path = place.path;
    this.environment.goBackTo(place.values);
  }

  /** Goes on where all the places meet; those that cannot be reached do not count. */
  protected meet(node: Node, places: readonly Place[], path: readonly Condition[]): void {
    const live = places.filter(({ heads }) => heads.length > 0);
    const [only] = live;
    if (only === undefined) {
      this.heads = [];
      return;
    }
    if (live.length === 1) {
      this.goTo(only);
      return;
    }
    this.heads = allHeads(live);
    this.path = path;
    this.environment.goBackTo(mergeValues(node, live));
  }

  /** Runs without leaving steps behind, to see what values come of it. */
  protected rehearse<R>(run: () => R): R {
    this.#rehearsals += 1;
    const { heads, loops, tries, path } = this;
    const result = run();
    this.#rehearsals -= 1;
    Object.assign(this, { heads, loops, tries, path });
    return result;
  }

  protected lookUpLocal(name: string): Value | undefined {
    return this.environment.lookUp(name);
  }
}

/** The heads of several ways, each once. */
export function allHeads(places: readonly Pick<Place, 'heads'>[]): Step[] {
  const [first, ...others] = places;
  if (others.length === 0) return [...(first?.heads ?? [])];
  return [...new Set(places.flatMap(({ heads }) => heads))];
}

export function mergeValues(
  node: Node,
  places: readonly (Pick<Place, 'values'> & Partial<Pick<Place, 'path'>>)[],
): ReadonlyMap<string, Value> {
  const [first, ...rest] = places;
  const others = rest.filter(({ values }) => values !== first?.values);
  if (first !== undefined && others.length === 0) return first.values;
  const merged = new Map(first?.values);
  const different = new Set<string>();
  for (const { values } of others) {
    for (const [name, here] of values) {
      const known = merged.get(name);
      if (known === undefined) merged.set(name, here);
      else if (known !== here) different.add(name);
    }
  }
  for (const name of different) {
    const given = places.filter(({ values }) => values.has(name));
    merged.set(
      name,
      either(
        node,
        given.flatMap(({ values }) => values.get(name) ?? []),
        given.map(({ path }) => path ?? []),
      ),
    );
  }
  return merged;
}
