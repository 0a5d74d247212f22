import { checkAbandoned } from './errors.ts';

/** Lets so many do something at once; others wait, up to a number. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  get isFull(): boolean {
    return this.#running >= this.#atOnce && this.#waiting.length >= this.#mostWaiting;
  }

  /** How many are before somebody who comes now. */
  get ahead(): number {
    return this.#running < this.#atOnce ? 0 : this.#waiting.length + 1;
  }

  /** Waits for a turn, and gives what ends it. Who leaves before gives up the place. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw checkAbandoned({});
    if (this.#running < this.#atOnce) this.#running += 1;
    else await this.#wait(signal);
    return () => this.#pass();
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const come = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1);
        reject(checkAbandoned({}));
      };
      this.#waiting.push(come);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Whoever waits longest takes the turn over. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
