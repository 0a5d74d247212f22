import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Range } from 'vscode-languageserver-protocol/node';
import { LIGHT_PROGRAMS } from '../../../tools/build/light-programs.mjs';
import { buildProgram } from '../../../tools/build/program.mjs';
import { Editor, folderWith, inLine } from '../test/language-server/editor.ts';
import { contractOf } from './editor-contract.ts';

/**
 * How long an editor waits for what is wrong after an edit in a contract of 2,000 lines: from sending the edit until all findings of
 * that version are there, through the protocol, with the server as it is started. One after another, as somebody types who waits; and
 * key upon key, until what is known of that key is there.
 */
const LINES = 2000;
const EDITS = 30;
/** The first edits, until Node has compiled what runs often. */
const WARM_UP = 10;

const text = contractOf(LINES);
const disk = folderWith({
  'package.json': '{"version": "1.0.0", "main_module": "market", "main_score": "Market"}',
  '__init__.py': '',
  'market.py': text,
});
const uri = disk.uri('market.py');
const { program } = await buildProgram(LIGHT_PROGRAMS.find(({ system }) => system === 'audit'));
const editor = await new Editor([program, 'audit', 'lsp']).start();
let before = performance.now();
await editor.open(uri, text);
await editor.checked(uri);
const first = editor.lastPublishedAt - before;

const rows = text.split('\n');
const guard = rows.findLastIndex((row) => row === '        self._only_clerk()');
const whole = inLine(guard, 0, rows[guard]?.length ?? 0);
/** A fast typist strikes the next key. */
const NEXT_KEY_MS = 60;
const letter = inLine(guard + 2, (rows[guard + 2]?.length ?? 0) - 2);

const measured = [
  // Everybody may deliver, or only clerks.
  await measure('a guard goes, and comes back', (count) =>
    count % 2 === 0
      ? { range: whole, text: '        pass' }
      : { range: inLine(guard, 0, 12), text: '        self._only_clerk()' },
  ),
  await measure('a letter more in a text', () => ({ range: letter, text: 'x' })),
  await measure('a bracket opens, and closes', (count) =>
    count % 2 === 0 ? { range: inLine(guard, 22), text: '(' } : { range: inLine(guard, 22, 23), text: '' },
  ),
];
// What stands above the class may mean anything to it, so that the whole package is checked before anything is said.
measured.push(await measure('a letter in front of the class', () => ({ range: inLine(2, 7), text: 'x' })));
measured.push(await measureTyping('a letter 60 ms behind another one'));
await editor.stop();
disk.remove();

process.stdout.write(`${rows.length} lines; all findings of a package just opened: ${first.toFixed(0)} ms\n`);
process.stdout.write(
  `${'after an edit, in ms'.padEnd(32)}${'median'.padStart(10)}${'p95'.padStart(10)}${'most'.padStart(10)}\n`,
);
for (const { name, median, p95, most } of measured)
  process.stdout.write(
    `${name.padEnd(32)}${[median, p95, most].map((each) => each.toFixed(1).padStart(10)).join('')}\n`,
  );
const json = process.argv.indexOf('--json');
const file = json === -1 ? undefined : process.argv[json + 1];
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
if (file !== undefined)
  writeFileSync(file, `${JSON.stringify({ machine, lines: rows.length, first, measured }, null, 2)}\n`);

async function measure(name: string, editOf: (count: number) => { range: Range; text: string }) {
  const times: number[] = [];
  for (let count = 0; count < WARM_UP + EDITS; count += 1) {
    before = performance.now();
    await editor.change(uri, editOf(count));
    await editor.checked(uri);
    if (count >= WARM_UP) times.push(editor.lastPublishedAt - before);
    await pause(10);
  }
  return summary(name, times);
}

async function measureTyping(name: string) {
  const times: number[] = [];
  for (let count = 0; count < EDITS; count += 1) {
    before = performance.now();
    const version = await editor.change(uri, { range: letter, text: 'y' });
    await editor.diagnostics(uri, version);
    const took = editor.lastPublishedAt - before;
    if (count > 0) times.push(took);
    await pause(Math.max(0, NEXT_KEY_MS - took));
  }
  await editor.checked(uri);
  return summary(name, times);
}

function summary(name: string, times: number[]) {
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, median: at(0.5), p95: at(0.95), most: at(1) };
}
