import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { Editor, folderWith, SERVER } from './editor.ts';
import { PACKAGE, VAULT } from './vault.ts';

const LIMIT = 60_000;

describe('the server', () => {
  it(
    'ends with 0 when it was told to shut down, also in the middle of a check',
    async () => {
      const disk = folderWith(PACKAGE);
      const editor = await new Editor().start();
      await editor.open(disk.uri('vault.py'), VAULT);
      expect(await editor.stop()).toBe(0);
      disk.remove();
    },
    LIMIT,
  );

  it(
    'ends with 1 when the editor is gone without a word, and with 0 when it had said so',
    async () => {
      const [rude, polite] = [await new Editor().start(), await new Editor().start()];
      await polite.connection.sendRequest(ShutdownRequest.type);
      for (const { process } of [rude, polite]) process.stdin?.end();
      expect(await rude.ended()).toBe(1);
      expect(await polite.ended()).toBe(0);
    },
    LIMIT,
  );

  it(
    'ends when the process that it serves is gone, though its input stays open',
    async () => {
      const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      const editor = await new Editor().start({ processId: other.pid! });
      other.kill('SIGKILL');
      await once(other, 'exit');
      expect(await editor.ended()).toBe(1);
    },
    LIMIT,
  );

  it(
    'writes nothing but the protocol to standard output',
    async () => {
      const server = spawn(process.execPath, SERVER, {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const chunks: Buffer[] = [];
      server.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      const disk = folderWith(PACKAGE);
      const send = (message: object) => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      const uri = disk.uri('vault.py');
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      send({ method: 'initialized', params: {} });
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'python', version: 1, text: VAULT } },
      });
      send({ id: 2, method: 'textDocument/codeLens', params: { textDocument: { uri } } });
      send({ id: 3, method: 'madang/nonsense', params: {} });
      while (!Buffer.concat(chunks).includes('"id":2')) await once(server.stdout, 'data');
      send({ id: 4, method: 'shutdown' });
      while (!Buffer.concat(chunks).includes('"id":4')) await once(server.stdout, 'data');
      send({ method: 'exit' });
      const [code] = (await once(server, 'exit')) as [number];
      expect(code).toBe(0);
      const { messages, rest } = framed(Buffer.concat(chunks));
      expect(rest).toBe('');
      expect(messages.filter(({ id }) => id !== undefined).map(({ id }) => id)).toEqual([1, 3, 2, 4]);
      expect(messages.find(({ id }) => id === 3)).toMatchObject({ error: { code: -32601 } });
      disk.remove();
    },
    LIMIT,
  );
});

/** Takes the messages of a stream apart; what belongs to none is the rest. */
function framed(stream: Buffer) {
  const messages: { id?: number; error?: { code: number } }[] = [];
  let rest = stream;
  for (;;) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1', 0, 100));
    if (head === null) return { messages, rest: rest.toString('utf8') };
    const [{ length }, size] = [head[0], Number(head[1])];
    messages.push(JSON.parse(rest.toString('utf8', length, length + size)) as { id?: number });
    rest = rest.subarray(length + size);
  }
}
