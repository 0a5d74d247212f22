/** Values of a metric's labels, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One line of the text: a name's suffix, labels, value. */
interface Sample {
  readonly suffix: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Metrics of one name. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): readonly Sample[];
}

export interface CounterFamily extends Family {
  add(labels: Labels, count: number): void;
}

export interface GaugeFamily extends Family {
  set(labels: Labels, value: number): void;
  /** Takes all values away: what they told of is over. */
  clear(): void;
}

/** Durations that were counted already: how many lie up to each bound, and not in a bucket before it. */
export interface Buckets {
  readonly counts: readonly number[];
  /** Those above the last bound. */
  readonly above: number;
  /** Of all, in seconds. */
  readonly sum: number;
}

export interface HistogramFamily extends Family {
  add(labels: Labels, buckets: Buckets): void;
}

export function counter(name: string, help: string): CounterFamily {
  const values = new Map<string, { labels: Labels; value: number }>();
  return {
    name,
    help,
    type: 'counter',
    add(labels, count) {
      const key = keyOf(labels);
      values.set(key, { labels, value: (values.get(key)?.value ?? 0) + count });
    },
    samples: () => [...values.values()].map((one) => ({ ...one, suffix: '' })),
  };
}

export function gauge(name: string, help: string): GaugeFamily {
  const values = new Map<string, { labels: Labels; value: number }>();
  return {
    name,
    help,
    type: 'gauge',
    set: (labels, value) => void values.set(keyOf(labels), { labels, value }),
    clear: () => values.clear(),
    samples: () => [...values.values()].map((one) => ({ ...one, suffix: '' })),
  };
}

/** @param bounds ascending, in seconds */
export function histogram(name: string, help: string, bounds: readonly number[]): HistogramFamily {
  const values = new Map<string, { labels: Labels; buckets: Buckets }>();
  return {
    name,
    help,
    type: 'histogram',
    add(labels, buckets) {
      const key = keyOf(labels);
      values.set(key, { labels, buckets: together(values.get(key)?.buckets, buckets) });
    },
    samples: () => [...values.values()].flatMap(({ labels, buckets }) => samplesOf(labels, buckets, bounds)),
  };
}

function together(before: Buckets | undefined, more: Buckets): Buckets {
  if (before === undefined) return more;
  return {
    counts: before.counts.map((count, index) => count + (more.counts[index] ?? 0)),
    above: before.above + more.above,
    sum: before.sum + more.sum,
  };
}

function samplesOf(labels: Labels, { counts, above, sum }: Buckets, bounds: readonly number[]): Sample[] {
  let total = 0;
  const upTo = bounds.map((bound, index) => {
    total += counts[index] ?? 0;
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: total };
  });
  total += above;
  return [
    ...upTo,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: total },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: total },
  ];
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels));
}

/** Metrics in the text format of Prometheus, version 0.0.4. A family without a value is left out. */
export function exposition(families: readonly Family[]): string {
  return families
    .map((family) => ({ ...family, samples: family.samples() }))
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${escaped(help)}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(({ suffix, labels, value }) => `${name}${suffix}${labelText(labels)} ${value}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
