import { ADDRESS, isObject, type JsonObject, type Receipt, type Transaction } from '@madang/icon';

/** From which height on contracts exist and answer: a transaction at height h shows in the state from h + 1 on. */
export interface ContractHistory {
  /** First height at which the node knows the contract; undefined if never. */
  knownFrom(address: string): number | undefined;
  /** First height at which it has code that runs; undefined if never. */
  activeFrom(address: string): number | undefined;
}

/** Follows deploys and acceptances in the order of the chain. */
export interface ContractWatch extends ContractHistory {
  /** Whether this transaction can change a contract, so that its receipt matters. */
  concerns(transaction: Transaction): boolean;
  /** To be called for each such transaction, in order. */
  see(transaction: Transaction, receipt: Receipt): void;
}

/** Watches the contracts of a chain from its genesis transaction on. */
export function watchContracts(genesis: JsonObject): ContractWatch {
  const chain = genesis['chain'];
  const auditEnabled = isObject(chain) && chain['auditEnabled'] === '0x1';
  const known = new Map<string, number>();
  const active = new Map<string, number>();
  const addressOfDeploy = new Map<string, string>();

  for (const address of [ADDRESS.system, ...contractsOf(genesis)]) {
    known.set(address, 1);
    active.set(address, 1);
  }

  function activate(address: string, height: number): void {
    if (!active.has(address)) active.set(address, height + 1);
  }

  return {
    concerns: ({ kind, to }) => kind === 'deploy' || to === ADDRESS.governance,
    see(transaction, { status, scoreAddress, blockHeight }) {
      if (status !== 'success') return;
      if (transaction.kind === 'deploy' && scoreAddress !== null) {
        if (!known.has(scoreAddress)) known.set(scoreAddress, blockHeight + 1);
        addressOfDeploy.set(transaction.hash, scoreAddress);
        if (!auditEnabled || isJava(transaction)) activate(scoreAddress, blockHeight);
      }
      const accepted = addressOfDeploy.get(acceptedDeploy(transaction) ?? '');
      if (accepted !== undefined) activate(accepted, blockHeight);
    },
    knownFrom: (address) => known.get(address),
    activeFrom: (address) => active.get(address),
  };
}

function contractsOf(genesis: JsonObject): string[] {
  const accounts = Array.isArray(genesis['accounts']) ? (genesis['accounts'] as unknown[]) : [];
  return accounts
    .filter(isObject)
    .filter((account) => isObject(account['score']))
    .map((account) => String(account['address']));
}

// Only Python contracts are audited.
function isJava({ data }: Transaction): boolean {
  return isObject(data) && data['contentType'] === 'application/java';
}

function acceptedDeploy({ to, method, data }: Transaction): string | undefined {
  if (to !== ADDRESS.governance || method !== 'acceptScore' || !isObject(data)) return undefined;
  const params = data['params'];
  return isObject(params) && typeof params['txHash'] === 'string' ? params['txHash'] : undefined;
}
