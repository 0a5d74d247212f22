export { createClusterMetrics, shareMetrics } from './cluster-metrics.ts';
export { createLogger } from './logger.ts';
export type { Logger, LogSettings } from './logger.ts';
export { Counter, createRegistry, Gauge, Histogram, SECONDS_BUCKETS } from './registry.ts';
export type { Registry } from './registry.ts';
