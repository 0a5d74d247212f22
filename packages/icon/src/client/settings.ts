/** Settings of a node client. Only the address is needed; every bound has a default that suits a public node. */
export interface NodeClientSettings {
  /**
   * Address of the node: `http://host:port/api/v3`, or with a channel `…/api/v3/icon_dex`. Several nodes of one network,
   * separated by commas, stand in for one another.
   */
  readonly url: string;
  /** HTTP requests in flight at a time, at most. Default 16. */
  readonly maxConcurrency?: number;
  /** Requests in one batch, to begin with; a smaller limit of the node is learnt. Default 10, the nodes' own default. */
  readonly batchLimit?: number;
  /** The largest batch ever tried, when the node takes more than `batchLimit`. Default 100. */
  readonly maxBatchLimit?: number;
  /** Milliseconds from sending a request to the last byte of its answer. Default 30,000. */
  readonly timeoutMs?: number;
  /**
   * Bytes of one HTTP answer after unpacking, at most; what is larger is asked for in smaller batches. Default 16 MiB: the
   * largest answers to one request (a block, a contract's archive) have some 3 MiB, and `maxConcurrency` of them are held
   * at a time.
   */
  readonly maxAnswerBytes?: number;
  /**
   * Milliseconds for which transient trouble of a request is met by trying again; waiting for a place among the requests
   * in flight does not count. Default 60,000. Of several nodes each is given 10,000 of them at most.
   */
  readonly patienceMs?: number;
  /** Told once at the beginning of each wait, when another node is asked, and when the block stream is lost. */
  readonly log?: { warn(fields: object, message: string): void };
}

/** Options of a single call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** In place of the client's own; 0 for a single attempt. */
  readonly patienceMs?: number;
}

const MEBIBYTE = 1024 * 1024;

/** The settings with their defaults. */
export function withDefaults(settings: NodeClientSettings) {
  return {
    maxConcurrency: 16,
    batchLimit: 10,
    maxBatchLimit: 100,
    timeoutMs: 30_000,
    maxAnswerBytes: 16 * MEBIBYTE,
    patienceMs: 60_000,
    ...settings,
  };
}
