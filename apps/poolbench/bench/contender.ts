/** One stretch of load: what was done, and what it cost its client. */
export interface Stretch {
  readonly operationsPerSecond: number;
  readonly operations: number;
  /** Of the client alone; null where the program does not tell. */
  readonly cpuSeconds: number | null;
  /** Largest resident memory of the client, in MB; null where the program does not tell. */
  readonly memoryMb: number | null;
}

/** Something that can put the one statement on the server. */
export interface Contender {
  readonly name: string;
  /** `select` and `insert` are compared among themselves alone. */
  readonly group: string;
  run(seconds: number): Promise<Stretch>;
  close(): Promise<void>;
}
