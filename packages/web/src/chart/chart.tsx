import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../format/number.ts';
import { island } from '../islands/island.tsx';
import { useLocale, useWords } from '../locale.ts';
import { Table, type Column } from '../pieces/table.tsx';
import { chartWords } from './chart.words.ts';
import { ChartDrawing } from './drawing.tsx';
import { labelOfX, rangeOf, type ChartProps } from './model.ts';
import type { RunningPlot } from './plot.ts';
import { whenNear } from './when-near.ts';

/**
 * A chart that answers one question. The server draws it, readable without hovering and without a script; in the browser uPlot,
 * fetched only then, takes its place and shows the value under the pointer. The same values stand in a table below a fold.
 */
export const Chart = island('chart', ChartFigure);

function ChartFigure(props: ChartProps): VNode {
  const t = useWords(chartWords);
  return (
    <figure class="chart">
      <figcaption>{props.title}</figcaption>
      {props.x.values.length === 0 ? <p class="muted">{t('nothing')}</p> : <PlotAndTable {...props} />}
    </figure>
  );
}

function PlotAndTable(props: ChartProps): VNode {
  const t = useWords(chartWords);
  return (
    <>
      <Plot {...props} />
      <details>
        <summary>{t('asTable')}</summary>
        <ValueTable {...props} />
      </details>
    </>
  );
}

function Plot(props: ChartProps): VNode {
  const room = useRef<HTMLDivElement>(null);
  const taken = useInteractivePlot(room, props);
  return (
    <div class="chart-plot">
      <div class="chart-legend muted">
        <span>
          {props.y.label} ({props.y.unit})
        </span>
        {props.series.length > 1 &&
          props.series.map(({ label }, index) => (
            <span key={label}>
              <span class={`swatch series-${index + 1}`} aria-hidden="true" /> {label}
            </span>
          ))}
      </div>
      <div class="chart-room" ref={room} />
      {!taken && <StillPlot {...props} />}
    </div>
  );
}

function StillPlot(props: ChartProps): VNode {
  const { timeZone } = useLocale();
  const { low, high } = rangeOf(props.series);
  const { values, time = false, label } = props.x;
  const ends = [values[0] ?? 0, values.at(-1) ?? 0];
  return (
    <div class="chart-still">
      <div class="chart-y muted">
        <span>{formatNumber(high)}</span>
        <span>{formatNumber(low)}</span>
      </div>
      <ChartDrawing {...props} />
      <div class="chart-x muted">
        <span>{labelOfX(ends[0] ?? 0, time, timeZone)}</span>
        <span>{label}</span>
        <span>{labelOfX(ends[1] ?? 0, time, timeZone)}</span>
      </div>
    </div>
  );
}

/** Puts uPlot into the room once that is nearly seen, and shows in it what the chart has by then; `true` from then on. */
function useInteractivePlot(room: { current: HTMLDivElement | null }, props: ChartProps): boolean {
  const { timeZone } = useLocale();
  const [plot, setPlot] = useState<RunningPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    let started: RunningPlot | null = null;
    let over = false;
    const start = async (): Promise<void> => {
      const { startPlot } = await import('./plot.ts');
      if (over) return;
      started = startPlot(element, latest.current, timeZone);
      setPlot(started);
    };
    const giveUp = whenNear(element, () => void start());
    return () => {
      over = true;
      giveUp();
      started?.stop();
    };
  }, [timeZone]);
  useEffect(() => {
    plot?.show(props);
  }, [plot, props]);
  return plot !== null;
}

function ValueTable({ title, x, y, series }: ChartProps): VNode {
  const { timeZone } = useLocale();
  const xs = x.values.map((value, index) => ({ index, label: labelOfX(value, x.time ?? false, timeZone) }));
  const columns: Column<{ index: number; label: string }>[] = [
    { key: 'x', head: x.label, phone: true, cell: ({ label }) => label },
    ...series.map(({ label, values }, index) => ({
      key: `y${index}`,
      head: series.length > 1 ? `${label} (${y.unit})` : `${y.label} (${y.unit})`,
      align: 'right' as const,
      phone: true,
      cell: (row: { index: number }) => numberOrDash(values[row.index]),
    })),
  ];
  return <Table caption={title} columns={columns} rows={xs} keyOf={({ index }) => index} />;
}

function numberOrDash(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : formatNumber(value);
}
