import { stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { allMethods, type FunctionModel } from '../model/program.ts';
import { isOnly, mayBe, Type } from '../model/types.ts';

/**
 * What makes a contract a token, and where it keeps what.
 *
 * Glossary: *IRC2* is the standard of fungible tokens, *IRC3* that of single things, *IRC31* that of many kinds of tokens in one
 * contract, *IRC16* that of shares whose holders move them by partition. The *balances* are the dictionary that `balanceOf` reads, the *supply* is what `totalSupply` reads.
 */
export interface Token {
  readonly contract: ContractModel;
  readonly standard: 'IRC2' | 'IRC3' | 'IRC16' | 'IRC31' | 'none';
  /** Methods of the class by name, its own and inherited ones. */
  readonly methods: ReadonlyMap<string, FunctionModel>;
  readonly balances: StorageItem | undefined;
  readonly supply: StorageItem | undefined;
  /** The declared event `Transfer`. */
  readonly transferEvent: FunctionModel | undefined;
}

/** The six methods of IRC2. */
export const IRC2_METHODS: readonly string[] = [
  'name',
  'symbol',
  'decimals',
  'totalSupply',
  'balanceOf',
  'transfer',
];

/** Fewer may be by chance: many contracts have a name. */
const ENOUGH = 3;

const known = new WeakMap<ContractModel, Token>();

export function tokenOf(contract: ContractModel): Token {
  const before = known.get(contract);
  if (before !== undefined) return before;
  const methods = allMethods(contract.cls);
  const event = methods.get('Transfer');
  const token: Token = {
    contract,
    standard: standardOf(methods),
    methods,
    balances: balancesOf(contract),
    supply: supplyOf(contract),
    transferEvent: event?.event === undefined ? undefined : event,
  };
  known.set(contract, token);
  return token;
}

function standardOf(methods: ReadonlyMap<string, FunctionModel>): Token['standard'] {
  // Coins that beside it sell single things have both sorts of methods.
  const isCoin = ['decimals', 'totalSupply', 'transfer'].every((name) => isExternal(methods.get(name)));
  if (isExternal(methods.get('ownerOf')) && !isCoin) return 'IRC3';
  if (isExternal(methods.get('transferByPartition'))) return 'IRC16';
  const balanceOf = methods.get('balanceOf');
  if (balanceOf !== undefined && balanceOf.node.parameters.length > 2) return 'IRC31';
  const own = IRC2_METHODS.filter((name) => {
    const fn = methods.get(name) ?? methods.get(FORMER_NAMES.get(name) ?? name);
    return isExternal(fn) && (name !== 'transfer' || movesTokens(methods));
  });
  return own.length >= ENOUGH || announcesTransfers(methods) ? 'IRC2' : 'none';
}

/** How the first drafts of the standard, and tokens written after them, spell its methods. */
const FORMER_NAMES: ReadonlyMap<string, string> = new Map([
  ['totalSupply', 'total_supply'],
  ['balanceOf', 'balance_of'],
]);

/** `transfer` with the parameters of the standard, beside its event: a token, whatever else it lacks. */
function announcesTransfers(methods: ReadonlyMap<string, FunctionModel>): boolean {
  const transfer = methods.get('transfer');
  const [, ...parameters] = transfer?.node.parameters ?? [];
  const isStandard = ['_to', '_value', '_data'].every((name, place) => parameters[place]?.name === name);
  const event = methods.get('Transfer');
  return (
    isExternal(transfer) && isStandard && event?.event !== undefined && event.node.parameters.length === 5
  );
}

/** Whether `transfer` says to whom and how much: one that takes nothing is a word for something else, as for paying in. */
export function movesTokens(methods: ReadonlyMap<string, FunctionModel>): boolean {
  const [, ...parameters] = methods.get('transfer')?.node.parameters ?? [];
  return parameters.length > 1 || parameters.some(({ style }) => style !== 'plain');
}

const isExternal = (fn: FunctionModel | undefined): boolean => fn?.external !== undefined;

/** A fungible token, or as much of one as to know where its balances are and that they move. */
export function isFungible(token: Token): boolean {
  if (token.standard !== 'IRC2' && token.standard !== 'none') return false;
  if (token.standard === 'IRC2') return true;
  return (
    token.balances !== undefined &&
    (movesTokens(token.methods) || (token.transferEvent?.node.parameters.length ?? 0) > 3)
  );
}

/** What an entry point of this name answers. */
export function answersOf({ flows }: ContractModel, name: string): Value[] {
  return flows
    .filter(({ entry }) => entry.fn.name === name && entry.kind !== 'constructor')
    .flatMap((flow) =>
      stepsOf(flow, 'return').flatMap(({ frame, action }) =>
        frame.fn === flow.entry.fn && action.value !== undefined ? [action.value] : [],
      ),
    );
}

function balancesOf(contract: ContractModel): StorageItem | undefined {
  const items = answersOf(contract, 'balanceOf')
    .flatMap(storageOrigins)
    .filter((item) => item.kind === 'DictDB' && mayBe(item.valueType, Type.int));
  return (
    items.find(({ name, key }) => /balance/i.test(`${name} ${key}`) && !/stak|lock|allow/i.test(name)) ??
    items[0]
  );
}

/** Where a contract of single things keeps who owns each. */
export const ownersOf = (contract: ContractModel): StorageItem | undefined =>
  answersOf(contract, 'ownerOf')
    .flatMap(storageOrigins)
    .find(({ kind, valueType }) => kind === 'DictDB' && isOnly(valueType, Type.address));

function supplyOf(contract: ContractModel): StorageItem | undefined {
  const items = answersOf(contract, 'totalSupply').flatMap((answer) =>
    answer.read === undefined ? storageOrigins(answer) : [answer.read.item],
  );
  return items.find(({ kind, valueType }) => kind === 'VarDB' && isOnly(valueType, Type.int)) ?? items[0];
}

/** Flows in which tokens may move. */
export const movingFlows = ({ flows }: ContractModel): Flow[] =>
  flows.filter(({ entry }) => entry.kind !== 'readonly' && entry.kind !== 'constructor');

// --- The zero address ----------------------------------------------------------------------------------------------------------

const ZERO_TEXT = /(?:hx|cx)0{40}(?![0-9a-f])/;
const ZERO_NAME = /ZERO_SCORE_ADDRESS|SYSTEM_SCORE_ADDRESS/;
const ZERO_BYTES =
  /^Address\(.*bytes(?:\(bigint 20\)| (?:\0|\\x00)+(?: \* bigint 20\)|\)))|from_prefix_and_int\(.*, bigint 0\)/s;

/** The address from which new tokens come, and to which burnt ones go. */
export const isZeroAddress = ({ shape }: Value): boolean =>
  ZERO_TEXT.test(shape) || ZERO_NAME.test(shape) || ZERO_BYTES.test(shape);
