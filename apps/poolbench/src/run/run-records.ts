import { availableParallelism, cpus, release, totalmem, type as systemName } from 'node:os';
import type { CodedError } from '@madang/errors';
import type { Plan } from '../plan/plan.ts';
import type { ConnectStages } from '../prober/probe.ts';
import { placeOf } from '../prober/target.ts';
import { englishText } from '../phrase/phrase-text.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import type { ServerFacts } from '../server/server-facts.ts';
import { versions } from './versions.ts';

/** One value of the configuration, and the exact place that it came from. */
export type Configured = RunStart['configuration'][number];

/** What is known before the first cell. */
export interface RunBeginning {
  readonly plan: Plan;
  readonly seed: number;
  readonly configuration: readonly Configured[];
  readonly server: MeasuredServer;
  readonly facts: ServerFacts;
  readonly login: ConnectStages;
}

/** The record that begins a run: all that one needs to know to repeat it. */
export function runStartDraft({
  plan,
  seed,
  configuration,
  server,
  facts,
  login,
}: RunBeginning): RecordDraft {
  return {
    type: 'run_start',
    arm: null,
    plan: { name: plan.name, scenarios: [...plan.scenarios], rounds: plan.terms.rounds },
    arms: [],
    configuration,
    versions: { ...versions(), node: process.version, postgresql: facts.version },
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memory_bytes: totalmem(),
      system: `${systemName()} ${release()}`,
    },
    server: {
      address: placeOf(server.target),
      version: facts.version,
      scratch: server.scratch,
      authentication: login.authentication,
      tls: login.tlsVersion,
      settings: facts.settings,
    },
    seeds: { order: seed },
    imported: null,
  };
}

/** How a run came to its end. */
export interface RunEnding {
  readonly failure: CodedError | null;
  readonly interrupted: boolean;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly records: readonly LogRecord[];
  readonly notices: readonly Phrase[];
}

/** The record that ends a run. */
export function runEndDraft({ failure, interrupted, startedAt, records, notices }: RunEnding): RecordDraft {
  return {
    type: 'run_end',
    arm: null,
    reason: failure !== null ? 'failed' : interrupted ? 'interrupted' : 'finished',
    exit_code: null,
    duration_s: (performance.now() - startedAt) / 1000,
    cells: records.filter(({ type }) => type === 'cell_end').length,
    error: failure === null ? null : { code: failure.code, message: failure.message },
    notices: notices.map(englishText),
    notices_said: notices,
  };
}
