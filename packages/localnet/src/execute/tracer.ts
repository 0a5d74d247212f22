/** A line of `debug_getTrace`. */
export interface TraceLine {
  /** 0 for what a contract says, 2 for the node. */
  readonly level: 0 | 2;
  readonly msg: string;
  /** Microseconds since the transaction began. */
  readonly ts: number;
}

/** Takes down what an execution does, in the node's words. */
export interface Tracer {
  readonly lines: readonly TraceLine[];
  /** The next frame: a transaction, or a call within one. */
  enter(): FrameTrace;
}

/** Takes down what happens in one frame. */
export interface FrameTrace {
  readonly frame: number;
  say(text: string): void;
  /** What a contract said when it stopped. */
  quote(text: string): void;
}

/** @param now microseconds */
export function createTracer(now: () => number): Tracer {
  const lines: TraceLine[] = [];
  const start = now();
  let frames = 0;
  const add = (level: 0 | 2, msg: string): void =>
    void lines.push({ level, msg, ts: Math.round(now() - start) });
  return {
    lines,
    enter() {
      frames += 1;
      const frame = frames;
      return {
        frame,
        say: (text) => add(2, `FRAME[${frame}] ${text}`),
        quote: (text) => add(0, `FRAME[${frame}] ${text}`),
      };
    },
  };
}
