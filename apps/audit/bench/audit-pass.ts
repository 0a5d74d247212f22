import { checkFiles } from '../src/check-run.ts';
import { readInput } from '../src/reading/read-input.ts';
import { rules } from '../src/rules/index.ts';

// Checks a folder several times in one process and prints the seconds of each pass: the first is cold, the others warm.
const [folder = '', passes = '2'] = process.argv.slice(2);
void check();

async function check(): Promise<void> {
  for (let pass = 0; pass < Number(passes); pass += 1) {
    const start = process.cpuUsage();
    const run = checkFiles(await readInput(folder), { rules });
    const { user, system } = process.cpuUsage(start);
    const findings = run.reports.reduce((sum, report) => sum + report.findings.length, 0);
    process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6, findings })}\n`);
  }
}
