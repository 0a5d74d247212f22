/** Numbers of the scenarios, as the reports and the plans name them. */
export const SCENARIO_IDS = [
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
] as const;

export type ScenarioId = (typeof SCENARIO_IDS)[number];
