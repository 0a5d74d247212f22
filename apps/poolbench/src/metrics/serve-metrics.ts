import { defineError } from '@madang/errors';
import { startOperations } from '@madang/http';
import type { Logger } from '@madang/telemetry';
import type { RunMetrics } from './run-metrics.ts';

export const metricsPortTaken = defineError<{ readonly port: number; readonly reason: string }>({
  code: 'POOLBENCH_METRICS_PORT',
  status: 500,
  retry: 'never',
  message: ({ port, reason }) =>
    `Metrics cannot be served on port ${port} of 127.0.0.1 (${reason}). Choose another one with --metrics-port.`,
});

export interface ServedMetrics {
  /** Of the metrics: `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves metrics at `/metrics` on the loopback, for as long as a run takes. Throws POOLBENCH_METRICS_PORT.
 *
 * @param port 0 for any free one
 */
export async function serveMetrics(metrics: RunMetrics, port: number, log: Logger): Promise<ServedMetrics> {
  try {
    const ready = (): Promise<null> => Promise.resolve(null);
    const { url, stop } = await startOperations({ port, ready, metrics: metrics.text, log });
    return { url: `${url}/metrics`, stop };
  } catch (error) {
    throw metricsPortTaken({ port, reason: reasonOf(error) }, error);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'EADDRINUSE' ? 'another program listens there' : code || String(error);
}
