import type { VNode } from 'preact';
import { CopyButton } from './copy.tsx';
import { UntrustedText } from './text.tsx';

const HEAD = { hash: 8, address: 6 };
const TAIL = 4;

export interface HashProps {
  /** A hash (`0x…`) or an address (`hx…`, `cx…`). */
  readonly value: string;
  readonly href?: string;
}

/** A hash or an address, cut in the middle for the eye (`0xd3fab7…d4c3`); whole in the title, to find and to copy. */
export function Hash({ value, href }: HashProps): VNode {
  const head = value.startsWith('0x') ? HEAD.hash : HEAD.address;
  if (value.length <= head + TAIL + 1 || value.length > 80)
    return <WholeHash value={value} {...linkTo(href)} />;
  const middle = value.slice(head, -TAIL);
  const drawn = (
    <>
      {value.slice(0, head)}
      <span class="hash-middle">{middle}</span>
      {value.slice(-TAIL)}
    </>
  );
  if (href === undefined)
    return (
      <span class="hash" title={value}>
        {drawn}
      </span>
    );
  return (
    <a class="hash" href={href} title={value}>
      {drawn}
    </a>
  );
}

/** A hash or an address in full, as its own page shows it, with a button to copy it when `copy` is set. */
export function WholeHash({ value, href, copy = false }: HashProps & { copy?: boolean }): VNode {
  const text = <UntrustedText text={value} max={80} />;
  const drawn =
    href === undefined ? (
      <span class="hash">{text}</span>
    ) : (
      <a class="hash" href={href}>
        {text}
      </a>
    );
  if (!copy) return drawn;
  return (
    <span class="copyable">
      {drawn} <CopyButton text={value} />
    </span>
  );
}

function linkTo(href: string | undefined): { href: string } | Record<string, never> {
  return href === undefined ? {} : { href };
}
