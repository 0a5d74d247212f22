/** The run ended, but its thresholds were missed, or one run is worse than the other. */
export const EXIT_MISSED = 1;

/** Nobody should rely on the run: a check of its own failed, or it did not come to its end. */
export const EXIT_INVALID = 3;

/** Stopped by a signal, as shells tell it (128 + SIGINT). */
export const EXIT_INTERRUPTED = 130;
