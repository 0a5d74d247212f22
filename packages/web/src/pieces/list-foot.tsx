import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import { pieceWords } from './pieces.words.ts';

/** Addresses around a page of a list; what is not there leads nowhere. */
export interface ListFootProps {
  /** What a list goes by: `time` from the newest on (the default), or another order from its first on. */
  readonly order?: 'time' | 'other';
  readonly newer?: string | null;
  readonly older?: string | null;
  /** The whole list as CSV and as JSON Lines. */
  readonly csv?: string;
  readonly jsonLines?: string;
}

/** Where a list ends: the way back and on, and the whole list for programs. */
export function ListFoot({ order = 'time', newer, older, csv, jsonLines }: ListFootProps): VNode {
  const t = useWords(pieceWords);
  return (
    <div class="list-foot">
      <span class="steps">
        {newer && (
          <a href={newer} rel="prev">
            <span aria-hidden="true">←</span> {t(order === 'time' ? 'newer' : 'first')}
          </a>
        )}
        {older && (
          <a href={older} rel="next">
            {t(order === 'time' ? 'older' : 'further')} <span aria-hidden="true">→</span>
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
