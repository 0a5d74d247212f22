import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@madang/errors';
import { filesOf } from './files-of.ts';
import type { CheckJob, FromThread } from './messages.ts';

// A thread for one check, after which it ends: whatever a contract does to it, the next one has a new one.
const tell = (message: FromThread) => parentPort?.postMessage(message);

try {
  const job = workerData as CheckJob;
  tell({ kind: 'progress', progress: { step: 'reading', done: 0, total: 0 } });
  const files = await filesOf(job);
  // What cannot be read is refused before the rules are loaded.
  const { reportOn } = await import('./report-on.ts');
  const progress = (one: Extract<FromThread, { kind: 'progress' }>['progress']) =>
    tell({ kind: 'progress', progress: one });
  tell({ kind: 'report', ...reportOn(files, job, progress) });
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  const { code, status, retry, message, details } = error;
  tell({ kind: 'refused', error: { code, status, retry, message, details } });
}
