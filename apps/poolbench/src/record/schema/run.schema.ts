import { z } from 'zod';
import { defineRecord } from './envelope.schema.ts';
import { Phrase } from './phrase.schema.ts';
import { Count, Name, Seconds, Text } from './vocabulary.schema.ts';

const ConfiguredValue = z.object({
  key: Name,
  value: Text,
  source: Name.describe('flag, environment, file, other tool, default'),
  from: Text.describe('The exact place: --port, MADANG_PORT, a file'),
  unit: Text.nullable(),
});

const ArmOfRun = z.object({
  id: Name,
  driver: Name,
  keep: Name.describe('How connections are kept: connection-per-query, pool-per-query, pool, pipelined'),
  size: z.int().nonnegative().nullable().describe('Connections at most'),
  prepared: z.boolean().nullable(),
});

const Machine = z.object({
  cpu: Text,
  cores: z.int().positive(),
  memory_bytes: Count,
  system: Text.describe('Operating system and its version'),
});

const MeasuredServer = z.object({
  address: Text,
  version: Text,
  scratch: z.boolean().describe('Whether it was made for this run alone'),
  authentication: Name.nullable().describe('scram-sha-256, md5, password, trust'),
  tls: Text.nullable().describe('TLS version, null without TLS'),
  settings: z
    .array(z.object({ name: Name, value: Text, unit: Text.nullable(), source: Text }))
    .describe('pg_settings whose source is not default, verbatim'),
});

const Imported = z.object({
  tool: Name,
  file: Text,
  tz_guessed: z.boolean().describe('Whether tz was guessed from the offsets in the file'),
  notes: z.array(Text).describe('What the old log does not tell, and what was made of it'),
});

/** Everything that one needs to know to repeat the run. */
export const RunStart = defineRecord('run_start', {
  plan: z.object({ name: Name, scenarios: z.array(Name), rounds: z.int().positive() }),
  arms: z.array(ArmOfRun),
  configuration: z.array(ConfiguredValue),
  versions: z.record(Name, Text).describe('This program, Node, drivers, server'),
  machine: Machine.nullable(),
  server: MeasuredServer.nullable(),
  seeds: z.record(Name, z.int()).describe('Of data, arrivals, order'),
  imported: Imported.nullable().describe("Where the log was another program's"),
});

/** Why and how the run ended. A log without it is of a run that was killed. */
export const RunEnd = defineRecord('run_end', {
  reason: z.enum(['finished', 'interrupted', 'failed']),
  exit_code: z.int().nonnegative().nullable(),
  duration_s: Seconds,
  cells: Count.describe('Cells that ended'),
  error: z.object({ code: Name, message: Text }).nullable(),
  notices: z.array(Text).describe('What the reader should know, in English'),
  notices_said: z.array(Phrase).optional().describe('The notices by their codes, in the same order'),
});

export type RunStart = z.infer<typeof RunStart>;
export type RunEnd = z.infer<typeof RunEnd>;
