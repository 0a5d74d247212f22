import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { testProgram } from '@madang/testkit';
import {
  CodeLensRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

/** Arguments of Node for a server without the command line around it. */
export const SERVER = await testProgram(fileURLToPath(new URL('serve.ts', import.meta.url)));

/** A folder with these files, as a package on a disk. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'madang-lsp-')));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    write,
    uri: (path: string) => pathToFileURL(join(folder, path)).href,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an editor of today can do. */
export const ABLE: ClientCapabilities = {
  workspace: {
    configuration: false,
    codeLens: { refreshSupport: false },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

type Published = PublishDiagnosticsParams;

/** An editor with a server of its own, which speaks to it through the protocol and nothing else. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** All that was published, in order. */
  readonly published: Published[] = [];
  lastPublishedAt = 0;
  readonly messages: string[] = [];
  readonly registered: string[] = [];
  /** Patterns of the files of whose changes the server wants to hear. */
  readonly watched: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #ended: (() => void)[] = [];

  constructor(server: readonly string[] = SERVER) {
    this.process = spawn(process.execPath, server, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new TypeError('The server has no pipes.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.lastPublishedAt = performance.now();
      for (const wake of this.#waiting) wake();
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      for (const wake of this.#waiting) wake();
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method, registerOptions } of registrations) {
        this.registered.push(method);
        const { watchers = [] } = registerOptions as { watchers?: { globPattern: string }[] };
        this.watched.push(...watchers.map(({ globPattern }) => globPattern));
      }
    });
    this.connection.listen();
    this.process.once('exit', () => {
      for (const tell of this.#ended) tell();
    });
  }

  async start(params: Partial<InitializeParams> = {}): Promise<this> {
    this.initialized = await this.connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid,
      capabilities: ABLE,
      ...params,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return this;
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'python', version: 1, text },
    });
  }

  /** Gives the new version. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Waits for what is published of a file in this version, and passes the test. */
  async diagnostics(
    uri: string,
    version = this.#versions.get(uri),
    test: (found: Published) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const find = () =>
      this.published.findLast((each) => each.uri === uri && each.version === version && test(each));
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  /** Waits until the last text of a file is checked whole, and gives what is shown of it then. */
  async checked(uri: string): Promise<Diagnostic[]> {
    // The server answers this when the check has ended, and shows its findings before.
    await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    return this.diagnostics(uri);
  }

  /** Waits until something that was told makes this true. */
  until(test: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = () => {
        if (!test()) return;
        this.#waiting.delete(wake);
        resolve();
      };
      this.#ended.push(() => {
        reject(new Error('The server ended.'));
      });
      this.#waiting.add(wake);
      wake();
    });
  }

  /** Ends the server as an editor does. Gives its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.ended();
  }

  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    this.connection.dispose();
    return this.process.exitCode;
  }
}

/** A stretch within one line, counted from 0. */
export const inLine = (line: number, from: number, to = from): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});
