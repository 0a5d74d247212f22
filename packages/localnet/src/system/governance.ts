import { ADDRESS, formatInteger, hashFromBytes } from '@madang/icon';
import { accept, reject, type Audit } from '../execute/deploy.ts';
import type { Execution } from '../execute/execution.ts';
import type { Message, Returned } from '../execute/message.ts';
import { contractAt } from '../world/contracts.ts';
import { invalidParameter, reverted } from '../world/failure.ts';
import { networkValue, setNetworkValue, type NetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { setBlocked } from './blocked-scores.ts';
import { tellChange } from './change-log.ts';
import { callNative, type NativeCall, type NativeContract } from './native-call.ts';
import { apiOfMethods, reader, writer } from './native-method.ts';

/** The contract cx0…01 as goloop's own tests install it, which the recorded chains have. */
const GOVERNANCE: NativeContract = {
  methods: [
    writer('acceptScore', { txHash: 'bytes' }),
    writer('addDeployer', { address: 'Address' }),
    writer('addLicense', { contentId: 'str' }),
    writer('addMember', { address: 'Address' }),
    writer('blockScore', { address: 'Address' }),
    writer('closeBTPNetwork', { id: 'int' }),
    writer('grantValidator', { address: 'Address' }),
    writer('openBTPNetwork', { networkTypeName: 'str', name: 'str', owner: 'Address' }),
    writer('rejectScore', { txHash: 'bytes' }),
    writer('removeDeployer', { address: 'Address' }),
    writer('removeLicense', { contentId: 'str' }),
    writer('removeMember', { address: 'Address' }),
    writer('revokeValidator', { address: 'Address' }),
    writer('setDeployerWhiteListEnabled', { yn: 'bool' }),
    writer('setMaxStepLimit', { contextType: 'str', limit: 'int' }),
    writer('setMinimizeBlockGen', { yn: 'bool' }),
    writer('setRevision', { code: 'int' }),
    writer('setRoundLimitFactor', { factor: 'int' }),
    writer('setStepCost', { type: 'str', cost: 'int' }),
    writer('setStepPrice', { price: 'int' }),
    writer('setTimestampThreshold', { threshold: 'int' }),
    writer('setUseSystemDeposit', { address: 'Address', yn: 'bool' }),
    writer('unblockScore', { address: 'Address' }),
    reader('updated', 'bool'),
  ],
  runs: {
    acceptScore: (call) => accept(call.execution, call.world, auditOf(call)),
    rejectScore: (call) => reject(call.world, auditOf(call)),
    blockScore: ({ execution, world, given }) => setBlocked(execution, world, given.text('address'), true),
    unblockScore: ({ execution, world, given }) => setBlocked(execution, world, given.text('address'), false),
    setStepPrice: (call) =>
      setValue(call, 'stepPrice', { value: call.given.integer('price'), signature: 'StepPriceSet(int)' }),
    setMaxStepLimit,
    setRevision,
    addMember: ({ world, given }) => world.set(memberKey(given.text('address')), 'member'),
    removeMember: ({ world, given }) => world.set(memberKey(given.text('address')), null),
    updated: () => true,
  },
  admit({ readonly }, world, from) {
    if (readonly !== true && !isMember(world, from))
      throw reverted('Only the owner and the members may govern');
  },
};

/** The answer of `icx_getScoreApi` about the governance contract. */
export const GOVERNANCE_API = apiOfMethods(GOVERNANCE.methods);

/**
 * Calls a method of the governance contract cx0…01: audits, blocked contracts, the price and the limits of steps, the revision. Only
 * its owner may, and whom that one has made a member; the recorded contract lets everybody. The other methods stand in its API, and
 * fail. Throws a failure.
 */
export function callGovernance(execution: Execution, world: World, message: Message): Returned {
  return callNative(GOVERNANCE, execution, world, message);
}

const memberKey = (address: string): string => `governance/member/${address}`;

/** Whether an address may govern: the governance contract's owner, and its members. */
export function isMember(world: World, address: string): boolean {
  return contractAt(world, ADDRESS.governance)?.owner === address || world.get(memberKey(address)) !== null;
}

function auditOf({ execution, given }: NativeCall): Audit {
  const bytes = given.bytes('txHash');
  const { transaction } = execution;
  if (bytes.length !== 32 || transaction === null) throw invalidParameter('InvalidTxHash');
  return { deployTxHash: hashFromBytes(bytes), auditTxHash: transaction.hash };
}

/** How a network value is set, and told. */
interface Setting {
  readonly value: bigint;
  readonly signature: string;
  /** What stands in the event before the value. */
  readonly about?: string;
}

function setValue(
  { execution, world }: NativeCall,
  name: NetworkValue,
  { value, signature, about }: Setting,
): void {
  if (value < 0n) throw invalidParameter(`${name} below zero`);
  if (networkValue(world, name) === value) return;
  const data = [...(about === undefined ? [] : [about]), formatInteger(value)];
  tellChange(execution, world, { signature, indexed: [], data });
  setNetworkValue(world, name, value);
}

function setMaxStepLimit(call: NativeCall): void {
  const about = call.given.text('contextType');
  if (about !== 'invoke' && about !== 'query') throw invalidParameter(`InvalidStepLimitType(${about})`);
  const name = about === 'invoke' ? 'invokeLimit' : 'queryLimit';
  const value = call.given.integer('limit');
  setValue(call, name, { value, signature: 'MaxStepLimitSet(str,int)', about });
}

/** The last revision whose manners are known here. */
const LAST_REVISION = 27n;
const ILLEGAL_ARGUMENT = 1;

function setRevision(call: NativeCall): void {
  const [current, value] = [networkValue(call.world, 'revision'), call.given.integer('code')];
  if (value > LAST_REVISION)
    throw reverted(`IllegalArgument(max=${LAST_REVISION},new=${value})`, ILLEGAL_ARGUMENT);
  if (value < current) throw reverted(`IllegalArgument(current=${current},new=${value})`, ILLEGAL_ARGUMENT);
  setValue(call, 'revision', { value, signature: 'RevisionSet(int)' });
}
