import { ADDRESS, isAddress, isHash, isObject, sha3, type JsonObject } from '@madang/icon';
import { codeHashOf, languageOf } from './contract-code.ts';
import type { Language } from './contract-history.ts';

/** A contract that a chain begins with. */
export interface GenesisContract {
  readonly address: string;
  readonly owner: string | null;
  readonly language: Language | null;
  readonly codeHash: string | null;
}

/** What a genesis transaction says about accounts and rules. */
export interface Genesis {
  readonly accounts: readonly string[];
  readonly contracts: readonly GenesisContract[];
  /** Whether contracts wait for an auditor before they run. */
  readonly auditEnabled: boolean;
}

/**
 * Reads a genesis transaction. The system contract is part of every chain without being listed. ICON's own first genesis
 * names no rules; contracts were audited there from the day they could be deployed.
 */
export function readGenesis(raw: JsonObject): Genesis {
  const accounts = (Array.isArray(raw['accounts']) ? raw['accounts'] : []).filter(isObject);
  const chain = raw['chain'];
  return {
    accounts: accounts.map(addressOf).filter((address) => address !== null),
    contracts: [system(), ...accounts.flatMap(contractOf)],
    auditEnabled: isObject(chain) ? chain['auditEnabled'] === '0x1' : true,
  };
}

function system(): GenesisContract {
  // No archive: the node gives the hash of nothing as its code.
  return { address: ADDRESS.system, owner: null, language: 'system', codeHash: sha3('') };
}

function contractOf(account: JsonObject): GenesisContract[] {
  const { score } = account;
  const address = addressOf(account);
  if (!isObject(score) || address === null) return [];
  const { owner, contentType } = score;
  return [
    {
      address,
      owner: typeof owner === 'string' && isAddress(owner) ? owner : null,
      language: languageOf(contentType),
      codeHash: codeOf(score),
    },
  ];
}

/** Genesis names stored code by its hash (`hash:0x…`), or carries it. */
function codeOf({ contentId, content }: JsonObject): string | null {
  if (typeof contentId !== 'string') return codeHashOf(content);
  const hash = contentId.replace(/^hash:/, '');
  return isHash(hash) ? hash : null;
}

function addressOf({ address }: JsonObject): string | null {
  return typeof address === 'string' && isAddress(address) ? address : null;
}
