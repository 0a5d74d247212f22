/** What is asked of a language client here. */
export interface Client {
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * At most one client at a time. Each request waits for the one before it: a client that is still starting cannot be stopped, nor
 * can one that never started.
 */
export class OneClient {
  readonly #create: () => Client;
  #client: Client | undefined;
  /** What goes on now. */
  #turn: Promise<void> | undefined;

  constructor(create: () => Client) {
    this.#create = create;
  }

  /** Starts a client in place of the one that runs. Rejects where it does not start; the next may. */
  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#end();
      const client = this.#create();
      await client.start();
      this.#client = client;
    });
  }

  /** Ends what runs. */
  stop(): Promise<void> {
    return this.#next(() => this.#end());
  }

  /** At once where nothing goes on: a client that runs hears of new settings, too, and would tell a server that has just ended. */
  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#turn === undefined ? step() : this.#turn.then(step);
    const turn: Promise<void> = done.then(
      () => this.#leave(turn),
      () => this.#leave(turn),
    );
    this.#turn = turn;
    return done;
  }

  #leave(turn: Promise<void>): void {
    if (this.#turn === turn) this.#turn = undefined;
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // One that does not end in time writes so into its own log, and is no reason to go without another.
    await client?.dispose().catch(() => undefined);
  }
}
