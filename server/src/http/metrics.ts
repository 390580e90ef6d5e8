/** What the server tells Prometheus about itself. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Starts the clock of one request; the returned function stops it with the outcome (`ok` or a refusal code). */
  timeAct(type: string): (outcome: string) => void;
}

export function createMetrics(people: () => number, matches: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'concert_' });
  const seconds = new Histogram({ name: 'concert_request_seconds', help: 'Time from a parsed request to its durable answer', labelNames: ['type'], buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1], registers: [registry] });
  const outcomes = new Counter({ name: 'concert_requests_total', help: 'Requests of players by outcome', labelNames: ['type', 'outcome'], registers: [registry] });
  registry.registerMetric(new Gauge({ name: 'concert_people_online', help: 'People connected now', registers: [], collect() { this.set(people()); } }));
  registry.registerMetric(new Gauge({ name: 'concert_matches_open', help: 'Match rooms in memory', registers: [], collect() { this.set(matches()); } }));
  return {
    registry,
    timeAct(type) {
      const stop = seconds.startTimer({ type });
      return (outcome) => { stop(); outcomes.inc({ type, outcome }); };
    },
  };
}
