import { ADDRESS, formatInteger, transactionId, type JsonObject } from '@madang/icon';
import { nodeLog, type Log } from '../execute/log.ts';
import { issue } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { BLOCK_REWARD } from './reward.ts';
import { keepTermSupply, termAt } from './terms.ts';

/** What the first transaction of a block depends on. */
export interface IssueTerms {
  readonly world: World;
  readonly height: number;
  /** Microseconds since 1970. */
  readonly timestamp: bigint;
  /** Loop that the transactions of the block before cost together. */
  readonly feesBefore: bigint;
}

/** Where the reward of a block comes from, in loop. */
interface Sources {
  readonly coveredByFee: bigint;
  readonly issue: bigint;
}

/**
 * Each block brings the treasury a fixed reward. The fees of the block before, which are in the treasury already, cover as much of it
 * as they can; only the rest is issued and makes the supply grow. Fees beyond the reward stay in the treasury and cover nothing
 * later: a node carries them over, and tells that as over-issued.
 */
function sourcesOf({ feesBefore }: Pick<IssueTerms, 'feesBefore'>): Sources {
  const coveredByFee = feesBefore < BLOCK_REWARD ? feesBefore : BLOCK_REWARD;
  return { coveredByFee, issue: BLOCK_REWARD - coveredByFee };
}

/** The transaction of nobody that comes first in a block, as clients are told it. */
export function baseTransaction(terms: IssueTerms): JsonObject {
  const sources = sourcesOf(terms);
  const data = {
    result: {
      coveredByFee: formatInteger(sources.coveredByFee),
      coveredByOverIssuedICX: '0x0',
      issue: formatInteger(sources.issue),
    },
  };
  const [dataType, version, timestamp] = ['base', '0x3', formatInteger(terms.timestamp)];
  const txHash = transactionId({ data, dataType, timestamp, version });
  return { data, dataType, timestamp, txHash, version };
}

/** Does what that transaction says, and begins a term where one begins; gives the logs of its receipt. */
export function applyIssue(terms: IssueTerms): Log[] {
  const { world, height } = terms;
  const sources = sourcesOf(terms);
  const term = termAt(world, height);
  const begins = height === term.start;
  if (begins) keepTermSupply(world);
  issue(world, ADDRESS.treasury, sources.issue);
  const issued = nodeLog(
    ADDRESS.system,
    'ICXIssued(int,int,int,int)',
    [],
    [formatInteger(sources.coveredByFee), '0x0', formatInteger(sources.issue), '0x0'],
  );
  if (!begins) return [issued];
  const started = [term.sequence, term.start, term.end].map(formatInteger);
  return [issued, nodeLog(ADDRESS.system, 'TermStarted(int,int,int)', [], started)];
}
