/** Types of parameters, as the API of a contract names them. */
export type ParameterType =
  'int' | 'str' | 'bytes' | 'bool' | 'Address' | `[]${'int' | 'str' | 'bytes' | 'bool' | 'Address'}`;

/** A value as contracts have it: an address is a text, bytes are bytes, and null is Python's None. */
export type Value = bigint | string | boolean | Buffer | null | readonly Value[];

/** A parameter of a method. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** It may be left out, and is null then. */
  readonly optional?: true;
}

/** A method that transactions and queries may call. */
export interface ExternalMethod {
  readonly inputs: readonly Parameter[];
  /** Type of the result, as the API names it; nothing for a method without one. */
  readonly output?: 'int' | 'str' | 'bytes' | 'bool' | 'Address' | 'list' | 'dict';
  readonly readonly?: true;
  readonly payable?: true;
  run(self: Self, ...values: readonly Value[]): Value | undefined;
}

/** An event that a contract writes to the log. The first of its parameters are indexed. */
export interface Event {
  readonly inputs: readonly { readonly name: string; readonly type: ParameterType }[];
  readonly indexed: number;
}

/** A contract that is executed here: what it does, and the archive that its Python source would be deployed as. */
export interface Score {
  /** Folder of the archive; short. */
  readonly name: string;
  readonly events: Readonly<Record<string, Event>>;
  readonly methods: Readonly<Record<string, ExternalMethod>>;
  /** Coins may be sent to it without a method, which then runs. */
  readonly fallback?: (self: Self) => void;
  readonly install: Omit<ExternalMethod, 'output' | 'readonly' | 'payable'>;
  readonly update: Omit<ExternalMethod, 'output' | 'readonly' | 'payable'>;
  /** Python source of `main.py`, of the class that `mainClass` names. */
  readonly source: string;
  readonly mainClass: string;
}

/** What a contract sees of the chain while one of its methods runs, as Python contracts do of `IconScoreBase`. */
export interface Self {
  readonly address: string;
  readonly owner: string;
  /** Who calls this method: a wallet, or another contract. */
  readonly sender: string;
  /** Coins that came with the call, in loop; they are here already. */
  readonly value: bigint;
  /** Who signed the transaction; in a query who is said to ask. */
  readonly origin: string;
  readonly block: { readonly height: number; readonly timestamp: bigint };
  /** Null in a query. */
  readonly transaction: { readonly hash: string; readonly index: number } | null;
  readonly db: Store;
  /** Writes an event. Throws UnknownFailure for an event that the contract does not declare. */
  emit(event: string, ...values: readonly Value[]): void;
  /** Sends coins, and runs the fallback of a contract that gets them. Throws OutOfBalance, or what the other one failed with. */
  transfer(to: string, amount: bigint): void;
  /** The same, but gives false where it failed. */
  send(to: string, amount: bigint): boolean;
  /** Calls a method of another contract. Throws what it failed with; what it did is undone then. */
  call(to: string, method: string, values: readonly Value[], amount?: bigint): Value | undefined;
  balanceOf(address: string): bigint;
  /** Stops the execution with a text and a code of the contract's own. */
  revert(message: string, code?: number): never;
  /** Share of the caller's steps that this contract pays from its deposit from here on, in percent. */
  shareFees(percent: bigint): void;
}

/** What a contract keeps: `VarDB` is a name alone, `DictDB` a name with keys. Each access costs steps. */
export interface Store {
  /** 0 where there is none. */
  integer(name: string, ...keys: readonly (string | bigint)[]): bigint;
  text(name: string, ...keys: readonly (string | bigint)[]): string | null;
  /** @param value null, and an integer of 0 where nothing was, take no room */
  set(value: bigint | string | null, name: string, ...keys: readonly (string | bigint)[]): void;
}
