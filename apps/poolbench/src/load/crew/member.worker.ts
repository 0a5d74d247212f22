import { explain } from '@madang/errors';
import { isMainThread, parentPort } from 'node:worker_threads';
import { secondsOfProcess, secondsOfThread } from '../cpu.ts';
import { prepareMember, type Member } from './member.ts';
import { packResult, type FromMember, type ToMember } from './messages.ts';

// The entry of a member that is a thread, and of one that is a process.

let member: Member | undefined;
const stopping = new AbortController();

function say(message: FromMember): void {
  if (parentPort === null) process.send?.(message);
  else parentPort.postMessage(message);
}

async function obey(message: ToMember): Promise<void> {
  switch (message.type) {
    case 'prepare': {
      const cpuSeconds = isMainThread ? secondsOfProcess : secondsOfThread;
      member = await prepareMember(message.terms, stopping.signal, cpuSeconds);
      say({ type: 'ready', warmedUp: member.warmedUp });
      break;
    }
    case 'run': {
      if (member === undefined) throw new TypeError('It was not prepared.');
      const done = await member.run(message.at);
      say({ type: 'done', done: { ...done, result: packResult(done.result) } });
      break;
    }
    case 'stop':
      stopping.abort();
      break;
    case 'end':
      stopping.abort();
      await member?.end();
      leave();
  }
}

// Nothing else keeps it alive.
function leave(): void {
  if (parentPort === null) process.disconnect();
  else parentPort.close();
}

function listen(message: ToMember): void {
  obey(message).catch((error: unknown) => say({ type: 'failed', reason: explain(error) }));
}

if (parentPort === null) {
  process.on('message', listen);
  // Whoever it works for is gone, or has no more use for it.
  process.once('disconnect', () => process.exit());
} else parentPort.on('message', listen);
