import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { readInput } from '../src/reading/read-input.ts';

// As audit-pass.ts, with ruff's rules of Pyflakes, pycodestyle and Pylint, in WebAssembly.
const [folder = '', passes = '2'] = process.argv.slice(2);
for (let pass = 0; pass < Number(passes); pass += 1) {
  const start = process.cpuUsage();
  const workspace = new Workspace({ lint: { select: ['E', 'F', 'W', 'PL'] } }, PositionEncoding.Utf16);
  let findings = 0;
  for (const { bytes } of await readInput(folder)) {
    const told: unknown = workspace.check(new TextDecoder().decode(bytes));
    findings += Array.isArray(told) ? told.length : 0;
  }
  const { user, system } = process.cpuUsage(start);
  process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6, findings })}\n`);
}
