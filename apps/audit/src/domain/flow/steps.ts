import type { ClassModel, FunctionModel } from '../model/program.ts';
import type { TypeSet } from '../model/types.ts';
import type { Module } from '../package/package.ts';
import type { Node } from '../python/tree.ts';
import type { BinaryOperator } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import type { Comparison, Fact, StorageItem, Value } from './values.ts';

/**
 * What happens, one after another, when an entry point runs. Functions of the package are unrolled where they are called, for the
 * concrete class that runs them, so that a guard in a helper, a decorator or an overridden base method stands where it acts.
 */
export interface Step {
  readonly id: number;
  readonly action: Action;
  readonly node: Node;
  readonly module: Module;
  readonly frame: Frame;
  /** Loops around it, those of its callers too, the innermost last. */
  readonly loops: readonly LoopFrame[];
  /** `try` blocks whose handlers would take what is raised here, the innermost last. */
  readonly tries: readonly TryFrame[];
  readonly next: Step[];
  readonly previous: Step[];
}

/** A call that is running. */
export interface Frame {
  readonly fn: FunctionModel;
  /** Class of the object that it runs for. */
  readonly cls: ClassModel | undefined;
  readonly caller: Frame | undefined;
  /** The call, in the caller. */
  readonly call: { readonly node: Node; readonly module: Module } | undefined;
  /** What it was handed, with the object that it is bound to in front. */
  readonly given: Arguments;
  /** The variables around it, of a function inside a function. */
  readonly closure: Environment<Value> | undefined;
  readonly depth: number;
}

export interface LoopFrame {
  readonly node: Node;
  readonly module: Module;
  readonly frame: Frame;
  /** What a `for` runs over; nothing of a `while`. */
  readonly over: Value | undefined;
  readonly bound: LoopBound;
  /** Of a `while`: what its test looks like at the end of each way through a round, of those that the source tells apart. */
  readonly rounds: Value[];
}

/** What decides how often a loop runs: a number that is written, data, or a test. */
export type LoopBound =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'storage'; readonly item: StorageItem }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'test' };

export interface TryFrame {
  readonly node: Node;
  readonly module: Module;
  readonly handlers: readonly { readonly node: Node; readonly catches: boolean }[];
}

export type Action =
  | { readonly kind: 'enter' }
  /** The normal end: what was done stays done. */
  | { readonly kind: 'exit' }
  | { readonly kind: 'branch'; readonly value: Value }
  /** One way out of a branch, and what holds on it. */
  | { readonly kind: 'way'; readonly facts: readonly Fact[]; readonly outcome: boolean }
  | { readonly kind: 'loop'; readonly loop: LoopFrame }
  | { readonly kind: 'handler'; readonly of: TryFrame; readonly index: number; readonly exception: Value }
  | {
      readonly kind: 'call';
      readonly fn: FunctionModel;
      readonly args: readonly Value[];
      readonly keywords: ReadonlyMap<string, Value>;
      /** The innermost call of the same function that runs around it. */
      readonly again: Frame | undefined;
    }
  | { readonly kind: 'return'; readonly value: Value | undefined }
  | {
      readonly kind: 'raise';
      readonly by: 'revert' | 'raise' | 'assert';
      readonly value: Value | undefined;
      readonly exception: string;
    }
  | ReadAction
  | WriteAction
  | ExternalCall
  | Transfer
  | {
      readonly kind: 'event';
      readonly fn: FunctionModel;
      readonly name: string;
      readonly args: readonly Value[];
      readonly keywords: ReadonlyMap<string, Value>;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: BinaryOperator;
      readonly left: Value;
      readonly right: Value;
      readonly result: Value;
    }
  /** `left is right`, wherever it stands. */
  | { readonly kind: 'identity'; readonly comparison: Comparison }
  /** A function of the platform or of Python that is called: `sha3_256`, `Logger.debug`, `hash`, `json_loads`. */
  | {
      readonly kind: 'platform';
      readonly name: string;
      readonly args: readonly Value[];
      readonly keywords: ReadonlyMap<string, Value>;
      readonly result: Value;
    }
  /** `record['state'] = value`, of a dict that JSON text was read into. */
  | { readonly kind: 'put'; readonly of: Value; readonly name: string; readonly value: Value }
  /** `self.x = value` outside the constructor, and changes of what such an attribute holds. */
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly value: Value;
      readonly of: Value;
      readonly how: 'set' | 'change';
    };

/** Reading the contract's own database. */
export interface ReadAction extends StorageAction {
  readonly kind: 'read';
}

/** Writing it. */
export interface WriteAction extends StorageAction {
  readonly kind: 'write';
  /** What the declaration that is written through says of the values. */
  readonly valueType: TypeSet;
}

export interface StorageAction {
  readonly item: StorageItem;
  /** The declaration that it goes through: one place may be opened by several. */
  readonly declared: Node;
  readonly keys: readonly Value[];
  readonly how:
    'get' | 'set' | 'remove' | 'put' | 'pop' | 'item' | 'contains' | 'iterate' | 'length' | 'whole';
  /** What is read, or what is written; nothing where something is removed. */
  readonly value: Value | undefined;
}

/** A call of another contract. */
export interface ExternalCall {
  readonly kind: 'external';
  readonly address: Value;
  readonly cls: ClassModel | undefined;
  readonly method: string;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly sent: Value | undefined;
  readonly result: Value;
}

/** ICX that leaves. `send` answers whether it worked, `transfer` raises when it did not. */
export interface Transfer {
  readonly kind: 'transfer';
  readonly how: 'transfer' | 'send';
  readonly to: Value;
  readonly amount: Value;
  readonly result: Value;
}
