import { ADDRESS } from '@madang/icon';
import { withChange, type ContractChange } from '../domain/contract-changes.ts';
import { newContract, withDeploy, type Contract } from '../domain/contract-history.ts';
import type { Genesis } from '../domain/genesis.ts';
import type { ScoreApi } from '../domain/token-standard.ts';
import type { Description } from './describe.ts';
import type { Known } from './known.ts';

/** A contract that a batch touched, and what the node said about it meanwhile. */
export interface BookEntry {
  readonly contract: Contract;
  readonly api: ScoreApi;
  readonly description: (Description & { readonly height: number }) | null;
  /** Whether the batch brought it. */
  readonly created: boolean;
}

/** Where a change happened. */
export interface ChangePlace {
  readonly height: number;
  readonly transactionHash: string;
}

/** The contracts of a batch, changed step by step in the order of the chain. */
export interface ContractBook {
  apiOf(address: string): ScoreApi;
  add(contract: Contract): void;
  begin(genesis: Genesis, place: ChangePlace): void;
  describe(address: string, height: number, description: Description): void;
  change(change: ContractChange, place: ChangePlace): void;
  /** Those that came or changed. */
  changed(): readonly BookEntry[];
  auditEnabled(): boolean;
}

/** Opens the book with what is known before the batch. */
export function openContractBook(known: Known): ContractBook {
  const entries = new Map<string, BookEntry>(
    [...known.contracts].map(([address, { contract, api }]) => [
      address,
      { contract, api, description: null, created: false },
    ]),
  );
  const addressOfDeploy = new Map(known.addressOfDeploy);
  // Descriptions are given before the change that brings the contract, which decides by them.
  const early = new Map<string, BookEntry['description']>();
  const touched = new Set<string>();
  let auditEnabled = known.auditEnabled ?? true;

  function add(contract: Contract): void {
    const description = early.get(contract.address) ?? null;
    entries.set(contract.address, {
      contract,
      api: description?.api ?? null,
      description,
      created: true,
    });
    touched.add(contract.address);
  }

  function update(address: string | undefined, to: (contract: Contract) => Contract): void {
    const entry = address === undefined ? undefined : entries.get(address);
    if (address === undefined || entry === undefined) return;
    entries.set(address, { ...entry, contract: to(entry.contract) });
    touched.add(address);
  }

  function deploy(
    change: Extract<ContractChange, { kind: 'deploy' }>,
    { height, transactionHash }: ChangePlace,
  ): void {
    const { address, owner, language, codeHash } = change;
    const install = !entries.has(address);
    if (install) add({ ...newContract(address, height), owner });
    addressOfDeploy.set(transactionHash, address);
    // One that answers although it is new was let in without a verdict: its sender is on the list of trusted deployers.
    const trusted = install && entries.get(address)?.api !== null;
    const audited = auditEnabled && language !== 'java' && address !== ADDRESS.governance && !trusted;
    const version = { deployHash: transactionHash, height, language, codeHash };
    update(address, (contract) => withDeploy(contract, version, audited));
  }

  return {
    apiOf: (address) => entries.get(address)?.api ?? null,
    add,
    begin(genesis, { height, transactionHash }) {
      auditEnabled = genesis.auditEnabled;
      for (const { address, owner, language, codeHash } of genesis.contracts) {
        const version = { deployHash: transactionHash, height, language, codeHash };
        add(withDeploy({ ...newContract(address, height), owner }, version, false));
      }
    },
    describe(address, height, description) {
      const described = { ...description, height };
      const entry = entries.get(address);
      if (entry === undefined) return void early.set(address, described);
      entries.set(address, { ...entry, api: description.api, description: described });
      touched.add(address);
    },
    change(change, place) {
      if (change.kind === 'deploy') {
        deploy(change, place);
        return;
      }
      const address = 'address' in change ? change.address : addressOfDeploy.get(change.deployHash);
      update(address, (contract) => withChange(contract, change, place.transactionHash));
    },
    changed: () => [...touched].map((address) => entries.get(address)).filter((entry) => entry !== undefined),
    auditEnabled: () => auditEnabled,
  };
}
