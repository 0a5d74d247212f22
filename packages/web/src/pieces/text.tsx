import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import { pieceWords } from './pieces.words.ts';

// Controls but for tab and line feed, marks that reorder or hide text, lone surrogates: what makes a page show something
// other than what is there.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Hostile characters made visible as `\u{…}`; ordinary text of any script stays as it is. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * Text that somebody else wrote: a contract's name, a message, log data. It cannot reorder or hide what stands around it,
 * and it is cut at `max` characters (default 2000), saying so.
 */
export function UntrustedText({ text, max = 2000 }: { text: string; max?: number }): VNode {
  const t = useWords(pieceWords);
  const cut = text.length > max;
  return (
    <bdi class="untrusted">
      {visible(cut ? text.slice(0, max) : text)}
      {cut && <span title={t('cut', { shown: max, length: text.length })}>…</span>}
    </bdi>
  );
}
