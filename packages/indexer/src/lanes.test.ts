import { describe, expect, it } from 'vitest';
import { idle } from '../test/probe.ts';
import { createLanes } from './lanes.ts';

const at = (name: string, height: number) => ({ projection: idle(name), height, hash: null });

describe('createLanes', () => {
  it('makes one lane for each height, and each follows the next one ahead', () => {
    const lanes = createLanes([at('front', 9), at('last', -1), at('also front', 9), at('middle', 4)]);
    expect(
      lanes.all.map(({ position, projections }) => [position.height, projections.map(({ name }) => name)]),
    ).toEqual([
      [-1, ['last']],
      [4, ['middle']],
      [9, ['front', 'also front']],
    ]);
    const [last, middle, front] = lanes.all;
    expect(lanes.height).toBe(-1);
    expect(last && lanes.ahead(last)).toBe(middle);
    expect(middle && lanes.ahead(middle)).toBe(front);
    expect(front && lanes.ahead(front)).toBeNull();
  });

  it('lets a lane join the one ahead, and those behind follow that one then', () => {
    const lanes = createLanes([at('last', 1), at('middle', 4), at('front', 6)]);
    const [last, middle, front] = lanes.all;
    if (last === undefined || middle === undefined || front === undefined) throw new Error('three lanes');
    lanes.join(middle, front);
    expect(front.projections.map(({ name }) => name)).toEqual(['front', 'middle']);
    expect(lanes.ahead(last)).toBe(front);
    expect(lanes.height).toBe(1);
  });
});
