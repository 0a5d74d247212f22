import type { ServerEvent } from '@madang/http';

/** What work tells of itself while somebody follows it. */
export interface ProgressNotes {
  /** Takes the place of a note that nobody has read yet: only the newest says where it is. */
  tell(data: unknown): void;
  next(): Promise<unknown>;
}

export function progressNotes(): ProgressNotes {
  let latest: { readonly data: unknown } | null = null;
  let wake = (): void => undefined;
  return {
    tell(data) {
      latest = { data };
      wake();
    },
    async next() {
      if (latest === null) await new Promise<void>((resolve) => (wake = resolve));
      const data = latest?.data;
      latest = null;
      return data;
    },
  };
}

/** The notes as events, and the event with which it ends as the last one. */
export async function* eventsUntil(
  notes: ProgressNotes,
  ended: Promise<ServerEvent>,
): AsyncGenerator<ServerEvent> {
  const last = ended.then((event) => ({ isLast: true, event }));
  const nextNote = async () => ({ isLast: false, event: { event: 'progress', data: await notes.next() } });
  let note = nextNote();
  for (;;) {
    const { isLast, event } = await Promise.race([last, note]);
    yield event;
    if (isLast) return;
    note = nextNote();
  }
}
