import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../locale.ts';
import type { Link } from './link.ts';
import { pieceWords } from './pieces.words.ts';

/** The title of a page, and beside it its state (a {@link Chip}). */
export function Heading({
  title,
  children,
}: {
  title: ComponentChildren;
  children?: ComponentChildren;
}): VNode {
  return (
    <div class="heading">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** The way from the system's first page to this one. */
export function Breadcrumb({ trail, here }: { trail: readonly Link[]; here: ComponentChildren }): VNode {
  const t = useWords(pieceWords);
  return (
    <nav class="breadcrumb" aria-label={t('breadcrumb')}>
      <ol>
        {trail.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
