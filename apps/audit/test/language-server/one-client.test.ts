import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { OneClient, type Client } from '../../editors/vscode/src/one-client.ts';

/** A client of a real process. As with that of VS Code, only one that runs can be disposed of. */
class ProcessClient implements Client {
  readonly #command: string;
  #process: ChildProcess | undefined;

  constructor(command: string) {
    this.#command = command;
  }

  async start(): Promise<void> {
    const process = spawn(this.#command, ['-e', 'process.stdin.resume()']);
    await once(process, 'spawn');
    this.#process = process;
  }

  async dispose(): Promise<void> {
    if (this.#process === undefined) throw new Error('It does not run and cannot be stopped.');
    this.#process.kill();
    await once(this.#process, 'exit');
  }

  get isRunning(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }
}

let command = process.execPath;
const made: ProcessClient[] = [];
const one = new OneClient(() => {
  const client = new ProcessClient(command);
  made.push(client);
  return client;
});
const running = () => made.filter(({ isRunning }) => isRunning);

afterEach(async () => {
  await one.stop();
  expect(running()).toEqual([]);
  command = process.execPath;
  made.length = 0;
});

describe('one client at a time', () => {
  it('takes the place of the one before', async () => {
    await one.restart();
    await one.restart();
    expect(running()).toEqual([made[1]]);
  });

  it('starts once the command is mended, after one that did not start', async () => {
    command = '/no/such/madang';
    await expect(one.restart()).rejects.toThrow('ENOENT');
    command = process.execPath;
    await one.restart();
    expect(running()).toEqual([made[1]]);
  });

  it('is there in the end, however fast it is asked for', async () => {
    await Promise.all([one.restart(), one.restart(), one.restart()]);
    expect(running()).toEqual([made[2]]);
  });

  it('ends, also while it is still starting', async () => {
    await Promise.all([one.restart(), one.stop()]);
    expect(made).toHaveLength(1);
    expect(running()).toEqual([]);
  });

  it('begins to end the one before at once, so that nothing is told to it any more', async () => {
    await one.restart();
    const dispose = made[0]!.dispose.bind(made[0]);
    let isEnding = false;
    made[0]!.dispose = () => {
      isEnding = true;
      return dispose();
    };
    const restarted = one.restart();
    expect(isEnding).toBe(true);
    await restarted;
  });
});
