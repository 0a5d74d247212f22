import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import { uprightPath } from './axis.tsx';
import { Label } from './label.tsx';
import type { PlacedFlag } from './lanes.ts';
import { at } from './path.ts';
import type { Stretch } from './rows.ts';

/** Height of one lane of flags. */
export const LANE = 17;

const TEXT_ABOVE = 5;
const POLE_ABOVE = 14;

interface FlagsProps {
  readonly flags: readonly PlacedFlag[];
  /** Below the names. */
  readonly top: number;
  /** Where the lines run on. */
  readonly planes: readonly Stretch[];
}

/** Lines down through the planes with their names above; every line says its name under the pointer. */
export function Flags({ flags, top, planes }: FlagsProps): VNode {
  return (
    <g>
      {flags.map(({ x, label, lane, anchor, from, to }) => {
        const baseline = top - TEXT_ABOVE - (lane ?? 0) * LANE;
        const pole = lane === null ? '' : `M${at(x)} ${at(baseline - POLE_ABOVE + TEXT_ABOVE)}V${at(top)}`;
        return (
          <g>
            <path class="plot-flag" d={pole + uprightPath(x, planes)}>
              <title>{printable(label)}</title>
            </path>
            {lane !== null && (
              <Label
                x={anchor === 'start' ? from : to}
                y={baseline}
                text={label}
                room={to - from}
                anchor={anchor}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}
