import type { Score } from '../scores/score.ts';
import type { World } from '../world/world.ts';
import type { Log } from './log.ts';
import type { Message, Returned } from './message.ts';
import type { StepMeter } from './steps.ts';
import type { Tracer } from './tracer.ts';

/** What all calls of one transaction, or of one query, share. */
export interface Execution {
  readonly block: { readonly height: number; readonly timestamp: bigint };
  /** Null in a query, which changes nothing. */
  readonly transaction: ExecutedTransaction | null;
  readonly meter: StepMeter;
  /** What was logged up to now. What fails takes back what it logged. */
  readonly logs: Log[];
  /** Share of the steps that a contract pays from its deposit, in percent. */
  readonly shares: Map<string, number>;
  /** The contract that an archive is executed as; undefined for one that is only stored. */
  readonly scoreOf: (codeHash: string) => Score | undefined;
  readonly tracer: Tracer | undefined;
  /** Delivers a message that a contract sends: what it does is in the world when it is done, and nothing of it when it fails. */
  readonly deliver: (execution: Execution, world: World, message: Message) => Returned;
}

/** The transaction that is executed. */
export interface ExecutedTransaction {
  readonly hash: string;
  readonly index: number;
  readonly from: string;
}
