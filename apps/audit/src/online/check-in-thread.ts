import { CodedError } from '@madang/errors';
import { startThread } from '@madang/system/threads';
import type { CheckProgress } from './check.schema.ts';
import { checkAbandoned, checkBroken, checkTooLarge, checkTooLong } from './errors.ts';
import type { CheckJob, DrawnReport, FromThread } from './messages.ts';

/** What one check may cost. */
export interface CheckLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

export interface Following {
  readonly signal: AbortSignal;
  readonly progress: (progress: CheckProgress) => void;
}

/** Objects that die young need little room; the limit of Node's own choice would lie beyond ours. */
const YOUNG_MEGABYTES = 48;

/** Checks in a thread of its own, which has ended when this has, however it went. */
export async function checkInThread(
  job: CheckJob,
  { seconds, megabytes }: CheckLimits,
  { signal, progress }: Following,
): Promise<DrawnReport> {
  const worker = startThread(new URL('./online-check.worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes - YOUNG_MEGABYTES,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  let timer: NodeJS.Timeout | undefined;
  let leave = (): void => undefined;
  try {
    return await new Promise<DrawnReport>((resolve, reject) => {
      timer = setTimeout(() => reject(checkTooLong({ seconds })), seconds * 1000);
      leave = () => reject(checkAbandoned({}));
      if (signal.aborted) leave();
      signal.addEventListener('abort', leave);
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'progress') progress(message.progress);
        else if (message.kind === 'report') resolve(message);
        else reject(refused(message.error));
      });
      worker.on('error', (error) => reject(explained(error, megabytes)));
      worker.on('exit', (code) => reject(checkBroken({ why: `exit code ${code}` })));
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
    await worker.terminate();
  }
}

const refused = ({ message, details, ...shape }: Extract<FromThread, { kind: 'refused' }>['error']) =>
  new CodedError(shape, message, details);

function explained(error: Error & { readonly code?: string }, megabytes: number): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? checkTooLarge({ megabytes }, error)
    : checkBroken({ why: error.message }, error);
}
