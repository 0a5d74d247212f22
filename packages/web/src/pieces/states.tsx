import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../locale.ts';
import { Detail, type Fact } from './facts.tsx';
import { WholeHash } from './hash.tsx';
import type { Link, Tone } from './link.ts';
import { pieceWords } from './pieces.words.ts';
import { UntrustedText } from './text.tsx';

/** What happened, in a sentence; then the likely cause, what it cost, what did not happen. */
export function Why(props: {
  tone: Exclude<Tone, 'plain'>;
  lead: ComponentChildren;
  children?: ComponentChildren;
}): VNode {
  const { tone, lead, children } = props;
  return (
    <div class={`why why-${tone}`}>
      <strong class={tone}>{lead}</strong> {children}
    </div>
  );
}

/** Nothing to show: a sentence, and the next thing to do. */
export function Empty({ children, next }: { children: ComponentChildren; next?: Link }): VNode {
  return (
    <div class="empty">
      <p>{children}</p>
      {next !== undefined && (
        <a class="button" href={next.href}>
          {next.label}
        </a>
      )}
    </div>
  );
}

export interface ErrorCardProps {
  readonly title: string;
  readonly code: string;
  /** What happened and what to do; holds text from outside. */
  readonly message: string;
  /** The offending values. */
  readonly details?: readonly Fact[];
  readonly next?: readonly Link[];
  readonly requestId?: string;
}

/** An error of our own: what happened to which value, the next step, and what to quote when asking for help. */
export function ErrorCard({
  title,
  code,
  message,
  details = [],
  next = [],
  requestId,
}: ErrorCardProps): VNode {
  const t = useWords(pieceWords);
  const quoted: Fact[] = [{ label: t('errorCode'), value: <code>{code}</code> }];
  if (requestId !== undefined)
    quoted.push({ label: t('requestId'), value: <WholeHash value={requestId} copy /> });
  return (
    <div class="error-card">
      <h1>{title}</h1>
      <Why tone="bad" lead={<UntrustedText text={message} />} />
      <Detail rows={[...details, ...quoted]} />
      {next.length > 0 && (
        <p class="next">
          {next.map(({ href, label }) => (
            <a key={href} class="button" href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** The shape of rows that are still to come, inside an island; unseen for the first 300 ms. */
export function Skeleton({ rows }: { rows: number }): VNode {
  const t = useWords(pieceWords);
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class="skeleton-row" />
      ))}
    </div>
  );
}
