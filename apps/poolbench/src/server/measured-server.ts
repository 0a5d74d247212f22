import type { Target } from '../adapter/target.ts';
import type { Entrance } from '../scratch/entrance.ts';

/** The server that is measured, and what a run may do to it. */
export interface MeasuredServer {
  readonly target: Target;
  /** Address with its password, for the one who watches from outside of the arms. Never shown. */
  readonly url: string;
  /** Whether it was made for this run alone, and everything may be done to it. */
  readonly scratch: boolean;
  /** Of its first process, to read its CPU time and to stop it for a while; null when it is not ours. */
  readonly pid: number | null;
  /** Stops it, breaking off what is under way, and starts it again at the same address; only of one that was made for this run. */
  restart?(): Promise<void>;
  /** Where, and as whom, one comes in by another way than the arms do; only of one that was made for this run. */
  entrance?(of: Entrance): Promise<Target>;
}
