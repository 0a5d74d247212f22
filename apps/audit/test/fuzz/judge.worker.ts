import { parentPort } from 'node:worker_threads';
import { rules } from '../../src/rules/index.ts';
import { formats } from '../output/every-format.ts';
import { judge } from './judge.ts';
import type { Task, Verdict } from './messages.ts';

const tell = (verdict: Verdict) => parentPort?.postMessage(verdict);

parentPort?.on('message', ({ files, turn }: Task) =>
  tell({ faults: judge(files, { rules, formats: Object.values(formats) }, turn) }),
);
tell({ ready: true });
