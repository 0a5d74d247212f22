/** A short stretch of a load. Seconds. */
export interface Stretch {
  /** From the start of the load to the end of the stretch. */
  readonly elapsedSeconds: number;
  readonly seconds: number;
  /** Operations that were answered. */
  readonly ok: number;
}

/** How a load came through a disturbance. Seconds from its beginning, not finer than the stretches. */
export interface Recovery {
  /** Answers per second in the second before. */
  readonly rateBefore: number;
  /** When the first answer after the silence was there; null when no stretch was without an answer, or when it has not ended. */
  readonly firstAnswer: number | null;
  /** Whether the silence has not ended. */
  readonly isSilent: boolean;
  /** The first stretch from which on half a second had nine tenths of the answers that it had before; null for none yet. */
  readonly rateBack: number | null;
}

/** So long the rate is looked at, before and after. */
const BEFORE_S = 1;
const AFTER_S = 0.5;
const BACK = 0.9;
/** What was under way may be answered for a moment; a silence that begins later is not the disturbance's. */
const SILENCE_WITHIN_S = 1;

/** @param from when the disturbance began, in seconds from the start of the load */
export function recoveryOf(stretches: readonly Stretch[], from: number): Recovery {
  const start = (one: Stretch): number => one.elapsedSeconds - one.seconds;
  const rateBefore = rateOf(
    stretches.filter((one) => start(one) >= from - BEFORE_S && one.elapsedSeconds <= from),
  );
  const after = stretches.filter((one) => start(one) >= from);
  const silence = after.findIndex((one) => one.ok === 0 && start(one) - from <= SILENCE_WITHIN_S);
  const answered = silence < 0 ? undefined : after.slice(silence).find(({ ok }) => ok > 0);
  const isSilent = silence >= 0 && answered === undefined;
  const since = answered === undefined ? from : start(answered);
  const back = after
    .filter((one) => start(one) >= since)
    .find((one) => isBack(after, start(one), rateBefore, start));
  return {
    rateBefore,
    firstAnswer: answered === undefined ? null : answered.elapsedSeconds - from,
    isSilent,
    rateBack: isSilent || back === undefined ? null : back.elapsedSeconds - from,
  };
}

function isBack(
  after: readonly Stretch[],
  at: number,
  rateBefore: number,
  start: (one: Stretch) => number,
): boolean {
  const window = after.filter((one) => start(one) >= at && one.elapsedSeconds <= at + AFTER_S);
  const isWhole = after.some((one) => one.elapsedSeconds >= at + AFTER_S);
  return isWhole && rateOf(window) >= BACK * rateBefore;
}

function rateOf(stretches: readonly Stretch[]): number {
  const seconds = stretches.reduce((sum, one) => sum + one.seconds, 0);
  return seconds === 0 ? 0 : stretches.reduce((sum, { ok }) => sum + ok, 0) / seconds;
}
