import os from 'node:os';

const MEGABYTE = 2 ** 20;

/**
 * Server settings for an index that is filled in bulk and read at once: few, long checkpoints, compressed full-page images, and
 * memory in proportion to the machine's (or the container's). Nothing here gives up durability.
 */
export function tunedSettings(memoryBytes: number = usableMemory()): Record<string, string> {
  const megabytes = (share: number, least: number, most: number): string =>
    `${Math.round(Math.min(Math.max((memoryBytes * share) / MEGABYTE, least), most))}MB`;
  return {
    shared_buffers: megabytes(1 / 8, 32, 2048),
    effective_cache_size: megabytes(1 / 2, 128, 65_536),
    maintenance_work_mem: megabytes(1 / 32, 32, 512),
    work_mem: megabytes(1 / 512, 4, 32),
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    wal_compression: 'on',
    wal_buffers: '16MB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    jit: 'off',
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}
