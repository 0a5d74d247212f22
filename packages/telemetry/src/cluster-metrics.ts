import { AggregatorRegistry, type Registry } from 'prom-client';

/** In a worker of a cluster: lets the primary ask for this registry's metrics. */
export function shareMetrics(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry]);
  // The listener that answers the primary is set up by the first instance in a worker.
  new AggregatorRegistry();
}

/** In the primary of a cluster: all workers' metrics, added up, in Prometheus' text format. */
export function createClusterMetrics(): () => Promise<string> {
  const aggregator = new AggregatorRegistry();
  return () => aggregator.clusterMetrics();
}
