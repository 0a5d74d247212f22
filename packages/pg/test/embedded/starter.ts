import { CodedError } from '@madang/errors';
import { startEmbedded, type EmbeddedSettings } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { once } from 'node:events';

// A process that starts a server with the settings in its first argument, says so on standard output, and stops the server when
// standard input ends. It ignores Ctrl-C, as a child of the supervisor does.

process.on('SIGINT', () => undefined);
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

try {
  const settings = JSON.parse(process.argv[2] ?? '') as Omit<EmbeddedSettings, 'log'>;
  const server = await startEmbedded({ ...settings, log: createLogger({ level: 'silent' }) });
  const { url, tcpUrl, attached, pid, version } = server;
  say({ url, tcpUrl, attached, pid, version });
  process.stdin.resume();
  await once(process.stdin, 'end');
  await server.stop();
} catch (error) {
  say({ code: error instanceof CodedError ? error.code : 'unexpected', message: String(error) });
}
process.exit();
