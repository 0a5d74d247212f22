import { useEffect, useState } from 'preact/hooks';
import { formatAge } from './format/time.ts';
import { useLocale } from './locale.ts';

const watchers = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The age of a time as text. On the server, and while the browser takes over, as of when the page was drawn; from then on,
 * inside an island, it grows with the clock.
 *
 * @param time RFC 3339
 */
export function useAge(time: string): string {
  const { lang, now } = useLocale();
  const ageAt = (moment: number): string => formatAge(time, moment, lang);
  const [age, setAge] = useState(() => ({ time, text: ageAt(Date.parse(now)) }));
  useEffect(
    () =>
      watchClock((moment) => {
        const text = ageAt(moment);
        setAge((before) => (before.time === time && before.text === text ? before : { time, text }));
      }),
    [time, lang],
  );
  return age.time === time ? age.text : ageAt(Date.now());
}

/** One timer for every age on the page. */
function watchClock(watcher: (now: number) => void): () => void {
  watcher(Date.now());
  watchers.add(watcher);
  timer ??= setInterval(() => watchers.forEach((tell) => tell(Date.now())), 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
