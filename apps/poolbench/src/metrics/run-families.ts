import { BOUNDS } from './buckets.ts';
import { counter, gauge, histogram } from './families.ts';

/** All metrics of a run, by what they are for here. */
export function runFamilies() {
  const durations = (what: string, help: string) =>
    histogram(`poolbench_${what}_duration_seconds`, help, BOUNDS);
  return {
    operations: counter('poolbench_operations_total', 'Operations by what became of them.'),
    offered: counter(
      'poolbench_offered_operations_total',
      'Operations that were to be done, dropped ones included.',
    ),
    errors: counter('poolbench_errors_total', 'Operations that failed, by class of error.'),
    acquireTimeouts: counter(
      'poolbench_acquire_timeouts_total',
      'Operations for which the pool had no connection in time.',
    ),
    opened: counter('poolbench_connections_opened_total', 'Connections that became ready for a query.'),
    closed: counter('poolbench_connections_closed_total', 'Connections that ended.'),
    response: durations('response', 'Intended start to the end, of cells that ended.'),
    acquire: durations('acquire', 'Asked for a connection to having it.'),
    query: durations('query', 'Sent to the last row decoded.'),
    hold: durations('hold', 'Having a connection to giving it back.'),
    lag: histogram('poolbench_schedule_lag_seconds', 'Intended start to the real one.', BOUNDS),
    connectStage: durations('connect_stage', 'Stages of opening a connection.'),
    poolConnections: gauge('poolbench_pool_connections', 'Connections of the pool by state.'),
    poolMost: gauge('poolbench_pool_max_connections', 'Connections that the pool may have.'),
    poolPending: gauge('poolbench_pool_pending_requests', 'Operations that wait for a connection.'),
    targetRate: gauge('poolbench_target_rate', 'Operations per second that an open loop offers.'),
    eventLoop: gauge(
      'poolbench_eventloop_utilization_ratio',
      'Share of the time in which the event loop of the client was busy.',
    ),
    foreignCpu: gauge('poolbench_foreign_cpu_ratio', 'Processors that other programs kept busy.'),
    buildInfo: gauge('poolbench_build_info', 'Versions of this program and of what it measures with.'),
    runInfo: gauge('poolbench_run_info', 'The run that these metrics are of.'),
  };
}

export type RunFamilies = ReturnType<typeof runFamilies>;
