import type { VNode } from 'preact';
import { formatNumber } from '../format/number.ts';
import { useWords } from '../locale.ts';
import type { TransactionKind } from '../pieces/kind.tsx';
import { kindWords } from '../pieces/pieces.words.ts';
import { visible } from '../pieces/text.tsx';
import { SLAB, type PackedSlab, type Square } from './pack.ts';
import { yardWords } from './yard.words.ts';

/** A transaction in the yard. */
export interface YardTile {
  readonly href: string;
  readonly kind: TransactionKind;
  /** Of a call; from the chain, so it may be anything. */
  readonly method: string | null;
  /** Steps used, as a decimal string. */
  readonly steps: string;
  readonly failed: boolean;
}

/** A block in the yard, and its transactions in block order. */
export interface YardSlab {
  readonly height: number;
  readonly href: string;
  readonly tiles: readonly YardTile[];
}

// Units between the strokes of a failed tile.
const HATCH = 4.5;
const LONGEST_METHOD = 40;

/**
 * One block. Its tiles are links for the pointer; the keyboard and a screen reader get one link for the block, which says what
 * is in it and leads to the same transactions.
 */
export function Slab(props: { slab: YardSlab; packed: PackedSlab | undefined; arrives: boolean }): VNode {
  const { slab, packed = { squares: [], left: 0 }, arrives } = props;
  const t = useWords(yardWords);
  const failed = slab.tiles.filter((tile) => tile.failed).length;
  const values = { height: slab.height, count: slab.tiles.length, failed };
  return (
    <li class={arrives ? 'slab arrives' : 'slab'}>
      <svg viewBox={`0 0 ${SLAB.width} ${SLAB.height}`} aria-hidden="true">
        <rect class="slab-ground" width={SLAB.width} height={SLAB.height} rx="5" />
        {packed.squares.map((square, index) => {
          const tile = slab.tiles[index];
          return tile === undefined ? null : <Tile key={tile.href} tile={tile} square={square} />;
        })}
      </svg>
      <a class="slab-name" href={slab.href} aria-label={t('slab', values)} title={t('slab', values)}>
        {formatNumber(slab.height)}
      </a>
      {packed.left > 0 && <span class="slab-more">{t('more', { count: packed.left })}</span>}
    </li>
  );
}

function Tile({ tile, square }: { tile: YardTile; square: Square }): VNode {
  const t = useWords(yardWords);
  const kinds = useWords(kindWords);
  const name = tile.method ? visible(tile.method.slice(0, LONGEST_METHOD)) : kinds(tile.kind);
  const said = [name, t('steps', { steps: formatNumber(tile.steps) }), tile.failed && t('failed')];
  const { x, y, side } = square;
  return (
    <a href={tile.href} tabIndex={-1} class={tile.failed ? 'tile kind-failed' : `tile kind-${tile.kind}`}>
      <title>{said.filter(Boolean).join(' · ')}</title>
      <rect x={x} y={y} width={side} height={side} rx={Math.min(2, side / 5)} />
      {tile.failed && <path d={hatch(square)} />}
    </a>
  );
}

/** Diagonal strokes across a square, from lower left to upper right. */
function hatch({ x, y, side }: Square): string {
  const strokes = Math.max(1, Math.round(side / HATCH / 2) * 2 - 1);
  return Array.from({ length: strokes }, (_, index) => {
    const offset = ((index + 1) * 2 * side) / (strokes + 1) - side;
    const [from, to] = offset > 0 ? [offset, side] : [0, side + offset];
    return `M${at(x + from)} ${at(y + side - from + offset)}L${at(x + to)} ${at(y + side - to + offset)}`;
  }).join('');
}

function at(length: number): number {
  return Math.round(length * 10) / 10;
}
