import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../locale.ts';
import { Card } from '../pieces/card.tsx';
import { Swatch, type TransactionKind } from '../pieces/kind.tsx';
import { kindWords } from '../pieces/pieces.words.ts';
import { packYard } from './pack.ts';
import { Slab, type YardSlab } from './slab.tsx';
import { yardWords } from './yard.words.ts';

const LEGEND: readonly TransactionKind[] = ['transfer', 'call', 'deploy', 'message', 'deposit', 'base'];

/**
 * The yard: the latest blocks as slabs, newest left, and every transaction in them a tile. Inside an island it moves with its
 * props, and can be held still; for those who prefer reduced motion it holds still until they let it go.
 */
export function Yard({ slabs }: { slabs: readonly YardSlab[] }): VNode {
  const t = useWords(yardWords);
  const { shown, held, toggle } = useHold(slabs);
  const newestAtFirst = useRef(slabs[0]?.height ?? -1).current;
  const packed = packYard(shown.map(({ tiles }) => tiles.map(({ steps }) => Number(steps))));
  const button = (
    <button type="button" class="plain-button needs-script" aria-pressed={held} onClick={toggle}>
      {t(held ? 'resume' : 'pause')}
    </button>
  );
  return (
    <Card title={t('title')} action={button}>
      <div class="yard">
        <ol class="slabs">
          {shown.map((slab, index) => (
            <Slab
              key={slab.height}
              slab={slab}
              packed={packed[index]}
              arrives={slab.height > newestAtFirst}
            />
          ))}
        </ol>
        <Legend />
      </div>
    </Card>
  );
}

/** Holds a value still while wanted: what is shown is then the value of the moment it was held. */
function useHold(slabs: readonly YardSlab[]): {
  shown: readonly YardSlab[];
  held: boolean;
  toggle: () => void;
} {
  const [kept, keep] = useState<readonly YardSlab[] | null>(null);
  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) keep(slabs);
  }, []);
  return { shown: kept ?? slabs, held: kept !== null, toggle: () => keep(kept === null ? slabs : null) };
}

function Legend(): VNode {
  const t = useWords(yardWords);
  const kinds = useWords(kindWords);
  return (
    <div class="legend">
      <ul>
        {LEGEND.map((kind) => (
          <li key={kind}>
            <Swatch kind={kind} /> {kinds(kind)}
          </li>
        ))}
        <li>
          <Swatch kind="failed" /> {t('failed')}
        </li>
      </ul>
      <p>{t('area')}</p>
    </div>
  );
}
