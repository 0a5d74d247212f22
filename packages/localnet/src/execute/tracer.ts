/** A line of `debug_getTrace`. */
export interface TraceLine {
  /** 0 for what a contract says, 2 for the node. */
  readonly level: 0 | 2;
  readonly msg: string;
  /** Microseconds since the first line. */
  readonly ts: number;
}

/**
 * Takes down what an execution does, in the node's words. A transaction is a frame, and so is each call within it; lines are of the
 * frame that was entered last and not left.
 */
export interface Tracer {
  readonly lines: readonly TraceLine[];
  /** @param used steps up to now, of which those of the frame are counted */
  enter(used: number): void;
  leave(): void;
  say(text: string): void;
  /** What a contract said when it stopped. */
  quote(text: string): void;
  /** Steps of the frame. */
  stepsOf(used: number): number;
}

interface Frame {
  readonly id: number;
  readonly usedBefore: number;
}

/** @param now microseconds */
export function createTracer(now: () => number): Tracer {
  const lines: TraceLine[] = [];
  const frames: Frame[] = [];
  let entered = 0;
  let start: number | undefined;

  const current = (): Frame => {
    const frame = frames.at(-1);
    if (frame === undefined) throw new RangeError('Nothing is traced before a frame is entered.');
    return frame;
  };
  const add = (level: 0 | 2, text: string): void => {
    const time = now();
    start ??= time;
    lines.push({ level, msg: `FRAME[${current().id}] ${text}`, ts: Math.round(time - start) });
  };
  return {
    lines,
    enter(usedBefore) {
      const parent = frames.at(-1);
      entered += 1;
      frames.push({ id: entered, usedBefore });
      if (parent !== undefined) add(2, `START parent=FRAME[${parent.id}]`);
    },
    leave: () => void frames.pop(),
    say: (text) => add(2, text),
    quote: (text) => add(0, text),
    stepsOf: (used) => used - current().usedBefore,
  };
}
