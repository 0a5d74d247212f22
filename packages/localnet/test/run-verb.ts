import { localnetVerb } from '../src/index.ts';

// The verb as a program of its own: `node run-verb.ts DATA_FOLDER name=value …`.
const [dataFolder = '', ...flags] = process.argv.slice(2);
process.exitCode = await localnetVerb.run({
  dataFolder,
  words: [],
  flags: new Map(flags.map((flag) => flag.split('=', 2) as [string, string])),
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
});
