import type { VNode } from 'preact';

/** The mark of the house: a roof, two walls, a door. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path class="mark-house" d="M3 10.4 12 3l9 7.4M5 9v11.5h14V9" />
      <path class="mark-door" d="M9.5 12.5h5v8h-5z" />
    </svg>
  );
}
