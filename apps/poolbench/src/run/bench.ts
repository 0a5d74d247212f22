import type { Database } from '@madang/pg';
import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import type { LoadInterval } from '../load/load.ts';
import type { EventKind } from '../record/event-kinds.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import type { ServerFacts } from '../server/server-facts.ts';
import type { PlanTerms } from '../plan/plan.ts';
import type { Cell } from './cell.ts';
import type { Route } from './route.ts';
import type { Way } from './way.ts';

/** All that a scenario may use. What it measures becomes records; what it concludes from them becomes verdicts. */
export interface Bench {
  readonly terms: PlanTerms;
  readonly server: MeasuredServer;
  readonly facts: ServerFacts;
  /** To prepare, disturb and ask the server from outside of the arms. */
  readonly database: Database;
  /** Schema of our own, in which the sample tables are. */
  readonly schema: string;
  readonly random: Random;
  /** Aborted when the run is to end; what was measured by then is reported. */
  readonly signal: AbortSignal;
  /** The way to the server by a route; what it needs is started when it is first asked for. */
  way(route?: Route): Promise<Way>;
  /** The open adapter of an arm on a way, the same one for the whole scenario; closed at its end. */
  adapter(arm: Arm, route?: Route): Promise<PoolAdapter>;
  /** Measures a cell and writes its records. */
  measure(cell: Cell, terms: MeasureTerms): Promise<CellEnd>;
  /** The smallest difference that this machine tells from noise for a workload, as a share; 0 until A/A was measured. */
  floorOf(workload: string): number;
  setFloor(workload: string, floor: number): void;
  /** Connections that the arms of this scenario have opened up to now. */
  opened(): Promise<number>;
  /** Warms each cell up once and measures all of them round after round, in an order that the seed fixes. */
  interleave(cells: readonly Cell[], options?: Partial<InterleaveTerms>): Promise<void>;
  /** Writes a verdict: a comparison, an advised size, a check. Its sentence is what people read. */
  verdict(draft: VerdictDraft): Promise<void>;
  /** Records what is done on purpose to the server or with the load, at the moment at which it is done. */
  event(what: EventKind, sentence: string): Promise<void>;
  /** Writes a record that is none of the above. */
  write(draft: RecordDraft): Promise<LogRecord>;
  /** The records of this scenario up to now. */
  records(): readonly LogRecord[];
  /** What the reader of the report should know: a part that was left out, and why. */
  notice(said: Phrase): void;
  /** Tells the watcher what is going on. */
  say(line: string): void;
}

export interface MeasureTerms {
  readonly round: number;
  /** How many there are to be; not known unless given. */
  readonly rounds?: number;
  readonly seconds: number;
  /** Place in the order of its round; 0 unless given. */
  readonly position?: number;
  /** How the cell was warmed up before; not at all unless given. */
  readonly warmedUp?: WarmedUp;
  /** Longest time of one operation; that of the plan unless given. */
  readonly deadlineMs?: number;
  /** Told when its load begins. */
  readonly onLoad?: () => void;
  /** Told of what happens while it does, and how often: each second unless given. */
  readonly onInterval?: (interval: LoadInterval) => void;
  readonly intervalSeconds?: number;
  /** Ends the cell before its time, in order, when what it is for was seen. */
  readonly enough?: AbortSignal;
  /** Its connections are lost on purpose, so the server may count statements whose answers never came. */
  readonly losesAnswers?: boolean;
}

/** Load put on a cell before it is measured, until its throughput was steady. */
export interface WarmedUp {
  readonly seconds: number;
  readonly operations: number;
}

export interface InterleaveTerms {
  readonly rounds: number;
  readonly seconds: number;
  /** Makes the surroundings of a cell, each time before it is measured. */
  readonly before: (cell: Cell) => Promise<void>;
  /** Disturbs a cell from when its load begins, and is done with that before the next one. */
  readonly during: (cell: Cell) => Promise<void>;
}

export type VerdictDraft = Omit<Extract<RecordDraft, { type: 'verdict' }>, 'type' | 'scenario'>;
