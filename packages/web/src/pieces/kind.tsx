import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import { kindWords, pieceWords } from './pieces.words.ts';
import { UntrustedText } from './text.tsx';

/** What a transaction does. */
export type TransactionKind =
  'transfer' | 'call' | 'deploy' | 'message' | 'deposit' | 'base' | 'genesis' | 'dsr' | 'unknown';

export interface KindProps {
  readonly kind: TransactionKind;
  /** Shown instead of the kind's word; comes from the chain, so it may be anything. */
  readonly method?: string | null;
  readonly failed?: boolean;
}

/** The kind of a transaction: a square in its colour, and the word for it or the method that was called. */
export function Kind({ kind, method, failed = false }: KindProps): VNode {
  const t = useWords(pieceWords);
  const kinds = useWords(kindWords);
  return (
    <span class="kind">
      <Swatch kind={kind} />
      {method ? <UntrustedText text={method} max={40} /> : kinds(kind)}
      {failed && <span class="bad">{t('failed')}</span>}
    </span>
  );
}

/** The square alone; the word has to stand beside it. */
export function Swatch({ kind }: { kind: TransactionKind | 'failed' }): VNode {
  return <span class={`swatch kind-${kind}`} aria-hidden="true" />;
}
