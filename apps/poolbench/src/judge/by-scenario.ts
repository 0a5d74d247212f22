import type { LogRecord } from '../record/schema/record.schema.ts';

/** The records of each scenario. Two scenarios may have cells of one name; what is recorded of a cell follows its start. */
export function recordsByScenario(records: readonly LogRecord[]): ReadonlyMap<string, readonly LogRecord[]> {
  const byScenario = new Map<string, LogRecord[]>();
  const scenarioOfCell = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'cell_start') scenarioOfCell.set(record.cell, record.scenario);
    const scenario =
      'scenario' in record ? record.scenario : 'cell' in record ? scenarioOfCell.get(record.cell) : undefined;
    if (scenario === undefined) continue;
    const own = byScenario.get(scenario);
    if (own === undefined) byScenario.set(scenario, [record]);
    else own.push(record);
  }
  return byScenario;
}
