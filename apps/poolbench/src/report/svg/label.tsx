import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import { at } from './path.ts';
import { fit } from './text-fit.ts';

export interface LabelProps {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** From anyone: shown, never believed. */
  readonly text: string;
  /** The width it may take; what does not fit is cut, and the whole is in the title. */
  readonly room: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly look?: 'ink' | 'muted' | 'strong' | 'on-fill';
}

/** A line of text in a drawing. */
export function Label({ x, y, text, room, anchor = 'start', look = 'ink' }: LabelProps): VNode {
  const whole = printable(text);
  const shown = fit(whole, room);
  return (
    <text x={at(x)} y={at(y)} class={`plot-${look}`} text-anchor={anchor}>
      {shown !== whole && <title>{whole}</title>}
      {shown}
    </text>
  );
}
