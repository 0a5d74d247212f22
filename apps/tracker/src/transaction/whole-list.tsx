import { ListFoot, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';

interface WholeListProps {
  readonly hash: string;
  readonly of: 'logs' | 'token-transfers' | 'internal-transfers';
  readonly shown: number;
  readonly count: number;
}

/** Where the rest of a list that belongs to a transaction is, and the whole of it for programs. */
export function WholeList({ hash, of, shown, count }: WholeListProps): VNode {
  const t = useWords(trackerWords);
  const address = `/api/tracker/v1/transactions/${hash}/${of}`;
  return (
    <>
      {shown < count && <p class="muted">{t('shownOf', { shown, count })}</p>}
      <ListFoot csv={`${address}?format=csv`} jsonLines={`${address}?format=jsonl`} />
    </>
  );
}
