import type { Frame, Lang } from '@madang/web';
import type { VNode } from 'preact';

/** What a page is drawn from: the answer's reply and input, and how the page was asked for. */
export interface Drawing<R, I> {
  readonly reply: R;
  readonly input: I;
  readonly frame: Frame;
  /** Address of the same answer for programs, with the same filters; of a list also with `format=csv` or `format=jsonl` added. */
  readonly api: string;
}

/** The page that draws an answer: the same loader feeds both, so that it can show nothing that the API does not give. */
export interface Page<R = unknown, I = Record<string, unknown>> {
  /** Below `/<system>`, with the parameters of the answer's path. */
  readonly path: `/${string}`;
  /** `false` for a page that draws what stands above the others by itself. */
  readonly banner?: false;
  title(lang: Lang, reply: R, input: I): string;
  draw(drawing: Drawing<R, I>): VNode;
}
