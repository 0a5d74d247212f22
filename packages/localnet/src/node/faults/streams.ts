/** Something that goes wrong with one message of a stream. */
export type StreamFault =
  /** It is left out. */
  | { readonly kind: 'drop' }
  /** It is sent twice. */
  | { readonly kind: 'duplicate' }
  /** It is sent after the one that follows it. */
  | { readonly kind: 'late' }
  /** This text in its place. */
  | { readonly kind: 'garbage'; readonly text: string }
  /** From here on nothing is sent, while the connection stays open. */
  | { readonly kind: 'silence' }
  /** The connection closes before it, without a farewell. */
  | { readonly kind: 'cut' };

/**
 * Decides what goes wrong with a message: the number of its connection, from 1, its number there (0 is the answer to the
 * request) and its text. Undefined: nothing.
 */
export type StreamFaults = (stream: number, message: number, text: string) => StreamFault | undefined;

/** The messages of one connection as they become with its faults. Where these end, the connection is to be closed. */
export async function* spoilMessages(
  messages: AsyncIterable<string>,
  faultOf: (message: number, text: string) => StreamFault | undefined,
): AsyncGenerator<string> {
  let number = 0;
  let silent = false;
  let late: string[] = [];
  for await (const text of messages) {
    const fault = faultOf(number, text);
    number += 1;
    if (fault?.kind === 'cut') return;
    if (fault?.kind === 'late') late.push(text);
    silent ||= fault?.kind === 'silence';
    if (silent || fault?.kind === 'drop' || fault?.kind === 'late') continue;
    yield fault?.kind === 'garbage' ? fault.text : text;
    if (fault?.kind === 'duplicate') yield text;
    yield* late;
    late = [];
  }
}
