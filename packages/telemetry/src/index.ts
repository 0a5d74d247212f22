export { createLogger } from './logger.ts';
export type { Logger, LogSettings } from './logger.ts';
export { createRegistry, SECONDS_BUCKETS } from './registry.ts';
export type { Registry } from './registry.ts';
