const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const LINE_MS = 10_000;

/** Says one line to the person at the terminal, on stderr. @param {string} text */
export function say(text) {
  process.stderr.write(`madang: ${text}\n`);
}

/**
 * Shows that something long is going on: one line that counts the seconds on a terminal, elsewhere a line at the start
 * and one every ten seconds.
 *
 * @param {string} what for instance `installing packages`
 * @returns {{ stop(): void }} removes what the terminal shows
 */
export function showProgress(what) {
  return process.stderr.isTTY ? spin(what) : tick(what);
}

/** @param {string} what */
function spin(what) {
  const elapsed = stopwatch();
  let frame = 0;
  const draw = () =>
    process.stderr.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} madang: ${what} … ${elapsed()}`);
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return {
    stop() {
      clearInterval(timer);
      process.stderr.write('\r\x1b[K');
    },
  };
}

/** @param {string} what */
function tick(what) {
  const elapsed = stopwatch();
  say(`${what} …`);
  const timer = setInterval(() => say(`still ${what}, ${elapsed()}`), LINE_MS);
  return { stop: () => clearInterval(timer) };
}

/** Starts now; each call tells the time since then. @returns {() => string} for instance `8.1 s` */
export function stopwatch() {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
