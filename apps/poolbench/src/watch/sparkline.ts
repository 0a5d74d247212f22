const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Values as a row of bars, one character each, the highest full; a gap for none. */
export function sparkline(values: readonly (number | null)[]): string {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  return values
    .map((value) => {
      if (value === null) return ' ';
      const height = most === 0 ? 0 : Math.round((Math.max(0, value) / most) * (BLOCKS.length - 1));
      return BLOCKS[height] ?? ' ';
    })
    .join('');
}
