import { createInterface } from 'node:readline/promises';
import { placeOf } from '../prober/target.ts';
import type { Plan } from '../plan/plan.ts';
import { scenarioOf } from '../scenario/scenarios.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { notAllowed } from '../server/errors.ts';
import type { MeasuredServer } from '../server/measured-server.ts';

interface Asked {
  readonly server: MeasuredServer;
  readonly plan: Plan;
  /** Allowed on the command line already. */
  readonly given: boolean;
  readonly say: (line: string) => void;
}

/** Says how much load a plan will make on a server that is not ours, and goes on only when that was allowed. Throws POOLBENCH_NOT_ALLOWED. */
export async function consent({ server, plan, given, say }: Asked): Promise<void> {
  const address = `${placeOf(server.target)}/${server.target.database}`;
  for (const line of loadOf(plan, address)) say(line);
  if (given) return;
  if (process.stdin.isTTY && process.stderr.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      if (/^\s*y(es)?\s*$/i.test(await terminal.question('Go on? [y/N] '))) return;
    } finally {
      terminal.close();
    }
  }
  throw notAllowed({ address });
}

/** What will happen to the server, in sentences. */
export function loadOf({ scenarios, terms, name }: Plan, address: string): string[] {
  const seconds = scenarios.reduce((sum, id) => sum + scenarioOf(id).seconds(terms), 0);
  const connections = Math.max(terms.asking, ...terms.sizes);
  return [
    `The plan "${name}" will measure ${address} for about ${Math.ceil(seconds / 60)} minutes:`,
    `  - as many statements as the server can answer, from up to ${Math.max(terms.askingInSweep, terms.asking)} workers on up to ${connections} connections at once;`,
    `  - hundreds of new connections per second in part of it;`,
    `  - tables of its own in the schema ${SCHEMA}, which is dropped at the end (some 10,000 rows to read, and rows written for as long as it takes).`,
    'Everybody else on that server will notice.',
  ];
}
