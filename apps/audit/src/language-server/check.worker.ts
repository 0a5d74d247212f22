import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import type { Answer, CheckRequest, EditRequest, Request, ThreadData } from './messages.ts';
import { PackageSession } from './package-session.ts';

// The thread that checks, so that the server answers while it does.
const { abandoned } = workerData as ThreadData;
const sessions = new Map<string, PackageSession>();
const tell = (answer: Answer) => parentPort?.postMessage(answer);

parentPort?.on('message', (request: Request) => void answer(request));

/** The next request is sent when this one is answered. */
async function answer(request: Request): Promise<void> {
  try {
    tell(await answerTo(request));
  } catch (error) {
    tell({ kind: 'failed', id: request.id, why: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(request: Request): Promise<Answer> {
  const { kind, id, key } = request;
  switch (kind) {
    case 'check':
      return check(request);
    case 'edit':
      update(request);
      return { kind: 'done', id };
    case 'notes':
      return { kind: 'notes', id, notes: sessions.get(key)?.notes() ?? [] };
    case 'outline':
      return { kind: 'outline', id, items: sessions.get(key)?.outline(request.path) ?? [] };
    case 'forget':
      sessions.delete(key);
      return { kind: 'done', id };
  }
}

/** Takes in what has changed, and tells what is known of it at once. */
function update({ id, key, changed, gone }: EditRequest | CheckRequest): PackageSession {
  const session = sessions.get(key) ?? new PackageSession(key, rules);
  sessions.set(key, session);
  const { syntax, recheck } = session.update({ changed, gone });
  tell({ kind: 'syntax', id, findings: syntax });
  if (recheck !== undefined) tell({ kind: 'rechecked', id, ...recheck });
  return session;
}

async function check(request: CheckRequest): Promise<Answer> {
  const { id, engine } = request;
  const session = update(request);
  const isAbandoned = () => Atomics.load(abandoned, 0) === id;
  const result = await session.check(engine, isAbandoned);
  return result === undefined ? { kind: 'done', id } : { kind: 'checked', id, ...result };
}
