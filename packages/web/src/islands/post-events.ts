/** What a server says of a request that it does not answer. */
export interface PostFailure {
  readonly code: string;
  readonly message: string;
}

export interface PostOptions {
  readonly signal: AbortSignal;
  /** What to do with the data of each event, by the event's name. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>;
  /** It was refused, failed on the way, or the connection broke. */
  readonly failed: (failure: PostFailure) => void;
}

/** Posts a body and reads the events with which the server answers; it is over when they are. */
export async function postEvents(
  url: string,
  body: Blob,
  { signal, on, failed }: PostOptions,
): Promise<void> {
  try {
    const headers = { accept: 'text/event-stream', 'content-type': 'application/octet-stream' };
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    if (!response.ok || response.body === null) {
      failed(failureIn(await response.json()));
      return;
    }
    for await (const { event, data } of eventsOf(response.body)) {
      if (event === 'failed') failed(failureIn(data));
      else on[event]?.(data);
    }
  } catch (error) {
    if (!signal.aborted) failed({ code: 'CONNECTION_LOST', message: String(error) });
  }
}

const failureIn = (body: unknown): PostFailure => (body as { readonly error: PostFailure }).error;

interface PostEvent {
  readonly event: string;
  readonly data: unknown;
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<PostEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = fieldIn(block, 'event');
      const data = fieldIn(block, 'data');
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) as unknown };
    }
  }
}

/** By line feeds alone: what else ends a line may stand in the data. */
const fieldIn = (block: string, name: string): string | undefined =>
  block
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
