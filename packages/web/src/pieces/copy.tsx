import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { island } from '../islands/island.tsx';
import { useWords } from '../locale.ts';
import { pieceWords } from './pieces.words.ts';

/** Copies a text. Not seen without a script, nor where the browser has no clipboard: on a plain-HTTP address. */
export const CopyButton = island('copy', Copy, 'span');

function Copy({ text }: { text: string }): VNode {
  const t = useWords(pieceWords);
  const [result, setResult] = useState<'copied' | 'notCopied' | null>(null);
  const [usable, setUsable] = useState(false);
  useEffect(() => setUsable(window.isSecureContext), []);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('notCopied'),
    );
  };
  return (
    <>
      <button
        type="button"
        class="copy"
        hidden={!usable}
        title={t('copy')}
        aria-label={t('copy')}
        onClick={copy}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          {result === 'copied' ? (
            <path d="m3 8.5 3.5 3.5L13 4.5" />
          ) : (
            <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
          )}
        </svg>
      </button>
      <span role="status" class={result === 'notCopied' ? 'copy-result' : 'unseen'}>
        {result !== null && t(result)}
      </span>
    </>
  );
}
