import type { Load } from '../load/load.ts';
import { createWorkload } from '../load/workload.ts';
import type { CellStart } from '../record/schema/cell.schema.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import type { MeasureTerms } from './bench.ts';
import { cellName, type Cell } from './cell.ts';

/** The record of a cell that begins. */
export function cellStartDraft(
  cell: Cell,
  scenario: string,
  { round, rounds, seconds, position = 0 }: MeasureTerms,
): RecordDraft {
  const { arm, workload, load, route, poolState = round === 0 ? 'cold' : 'warm' } = cell;
  return {
    type: 'cell_start',
    arm: arm.id,
    cell: cellName(cell),
    round,
    scenario,
    position,
    workload: workload.name,
    statement: createWorkload(workload).statements.join(';\n'),
    load: loadRecord(load),
    pool_size: arm.size,
    pool_state: poolState,
    network_delay_s: route?.kind === 'delay' ? route.roundTripMs / 1000 : 0,
    planned_s: seconds,
    rounds: rounds ?? null,
  };
}

function loadRecord(load: Load): CellStart['load'] {
  if (load.model === 'closed')
    return { model: 'closed', workers: load.workers, arrivals: null, target_rate: null, max_in_flight: null };
  const { arrivals, rate, maxInFlight } = load;
  return { model: 'open', workers: null, arrivals, target_rate: rate, max_in_flight: maxInFlight };
}
