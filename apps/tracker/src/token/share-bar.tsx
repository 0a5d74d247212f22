import type { VNode } from 'preact';

/** A part of a whole as a bar; the number has to stand beside it. */
export function ShareBar({ share }: { share: number }): VNode {
  return (
    <svg class="series-1" width="100" height="8" viewBox="0 0 100 8" fill="currentcolor" aria-hidden="true">
      <rect width="100" height="8" rx="2" opacity="0.15" />
      <rect width={(share * 100).toFixed(2)} height="8" rx="2" />
    </svg>
  );
}
