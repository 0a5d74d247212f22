import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import { pieceWords } from './pieces.words.ts';

/** Addresses around a page of a list; what is not there leads nowhere. */
export interface ListFootProps {
  readonly newer?: string | null;
  readonly older?: string | null;
  /** The whole list as CSV and as JSON Lines. */
  readonly csv?: string;
  readonly jsonLines?: string;
}

/** Where a list ends: newer and older, and the whole list for programs. */
export function ListFoot({ newer, older, csv, jsonLines }: ListFootProps): VNode {
  const t = useWords(pieceWords);
  return (
    <div class="list-foot">
      <span class="steps">
        {newer && (
          <a href={newer} rel="prev">
            <span aria-hidden="true">←</span> {t('newer')}
          </a>
        )}
        {older && (
          <a href={older} rel="next">
            {t('older')} <span aria-hidden="true">→</span>
          </a>
        )}
      </span>
      {(csv ?? jsonLines) !== undefined && (
        <span class="steps">
          <span>{t('wholeList')}</span>
          {csv !== undefined && <a href={csv}>CSV</a>}
          {jsonLines !== undefined && <a href={jsonLines}>JSON Lines</a>}
        </span>
      )}
    </div>
  );
}
