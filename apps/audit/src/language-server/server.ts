import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type DocumentSymbolParams,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../catalogue/finding.ts';
import { SETTINGS_FILE } from '../configuration/find-settings.ts';
import { readClientSettings, type ClientSettings } from './client-settings.ts';
import { codeActions, FIX_ALL } from './code-actions.ts';
import { codeLenses } from './code-lens.ts';
import { diagnosticOf, isShown, type Language, type Showing } from './diagnostics.ts';
import { documentSymbols, symbolList } from './document-symbols.ts';
import { hoverAt } from './hover.ts';
import type { OpenPackage } from './open-package.ts';
import { Packages, type Audience } from './packages.ts';
import { serverWords } from './server-words.ts';

/** Serves one editor over a connection, which then has to be told to listen. */
export class LanguageServer implements Audience {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #packages: Packages = new Packages(this);
  /** What is shown of each package, as it was sent, by address. */
  readonly #shown = new WeakMap<OpenPackage, Map<string, string>>();
  readonly #troubles = new WeakMap<OpenPackage, string | undefined>();
  #settings: ClientSettings = readClientSettings({}).settings;
  #locale: Language = 'en';
  #client: ClientCapabilities = {};

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#packages.stop());
    connection.onDidChangeConfiguration(async ({ settings }) => {
      await this.#configure(settings);
    });
    connection.onDidChangeWatchedFiles(() => this.#refresh());
    this.#documents.onDidChangeContent(({ document }) => {
      this.#packages.change(document);
    });
    this.#documents.onDidClose(({ document }) => void this.#packages.close(document.uri));
    this.#documents.onDidSave(() => void (this.#watches ? undefined : this.#refresh()));
    this.#answer();
    this.#documents.listen(connection);
  }

  #answer(): void {
    this.#connection.onHover(async ({ textDocument: { uri }, position }, token) => {
      const file = await this.#packages.settled(uri);
      if (file === undefined || token.isCancellationRequested) return null;
      return hoverAt(file, position, await this.#packages.notes(file.pkg), this.#showing);
    });
    this.#connection.onCodeAction(async (params, token) => {
      const file = await this.#packages.settled(params.textDocument.uri);
      if (file === undefined || token.isCancellationRequested) return [];
      return codeActions(file, params, this.#showing, {
        versioned: this.#client.workspace?.workspaceEdit?.documentChanges === true,
        snippets: this.#client.workspace?.workspaceEdit?.snippetEditSupport === true,
      });
    });
    this.#connection.onDocumentSymbol((params, token) => this.#symbols(params, token));
    this.#connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
      const file = this.#settings.codeLens ? await this.#packages.settled(uri) : undefined;
      if (file === undefined || token.isCancellationRequested) return [];
      return codeLenses(await this.#packages.notes(file.pkg), file.path, this.#showing.language);
    });
  }

  async #symbols({ textDocument: { uri } }: DocumentSymbolParams, token: CancellationToken) {
    const file = await this.#packages.settled(uri);
    if (file === undefined || token.isCancellationRequested) return [];
    const items = await this.#packages.outline(file);
    const knowsTrees = this.#client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    return knowsTrees ? documentSymbols(items) : symbolList(items, uri);
  }

  #initialize({ capabilities, initializationOptions, locale }: InitializeParams): InitializeResult {
    this.#client = capabilities;
    this.#locale = locale?.toLowerCase().startsWith('ko') === true ? 'ko' : 'en';
    this.#settle(initializationOptions);
    return {
      serverInfo: { name: 'madang audit' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
        },
        hoverProvider: true,
        documentSymbolProvider: true,
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      },
    };
  }

  async #initialized(): Promise<void> {
    if (this.#watches)
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: ['*.py', 'package.json', SETTINGS_FILE].map((name) => ({ globPattern: `**/${name}` })),
      });
    if (this.#client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'madang' });
  }

  /** The editor tells when files on the disk change. */
  get #watches(): boolean {
    return this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Those that ask for it are asked; others send their settings along. */
  async #configure(sent: unknown): Promise<void> {
    const asked = this.#client.workspace?.configuration === true;
    const given: unknown = asked
      ? await this.#connection.workspace.getConfiguration('madang')
      : sectionOf(sent);
    this.#settle(given);
    this.#packages.checkAll();
    if (this.#client.workspace?.codeLens?.refreshSupport === true)
      await this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  #settle(given: unknown): void {
    const { settings, faults } = readClientSettings(given);
    this.#settings = settings;
    this.#packages.useEngine(settings.engine);
    for (const fault of faults) this.#warn(fault);
  }

  async #refresh(): Promise<void> {
    await this.#packages.refresh(this.#documents.all());
  }

  get #showing(): Showing {
    const { language = this.#locale, leastSeverity, rulePages } = this.#settings;
    return { language, leastSeverity, rulePages };
  }

  show(pkg: OpenPackage, findings: readonly Finding[]): void {
    const showing = this.#showing;
    const uriOf = (path: string) => pkg.uriOf(path);
    const byUri = new Map([...pkg.buffers.values()].map(({ uri }) => [uri, [] as Finding[]]));
    for (const finding of findings.filter((each) => isShown(each, showing))) {
      const uri = uriOf(finding.at.file);
      const known = byUri.get(uri);
      if (known === undefined) byUri.set(uri, [finding]);
      else known.push(finding);
    }
    const versions = new Map([...pkg.buffers.values()].map(({ uri, version }) => [uri, version]));
    const before = this.#shown.get(pkg) ?? new Map<string, string>();
    const after = new Map<string, string>();
    for (const uri of new Set([...before.keys(), ...byUri.keys()])) {
      const version = versions.get(uri);
      const diagnostics = (byUri.get(uri) ?? []).map((finding) => diagnosticOf(finding, showing, uriOf));
      const params = { uri, ...(version === undefined ? {} : { version }), diagnostics };
      const sent = JSON.stringify(params);
      // What was told of an edit at once is the whole of it as a rule.
      if (sent !== before.get(uri)) void this.#connection.sendDiagnostics(params);
      if (byUri.has(uri)) after.set(uri, sent);
    }
    this.#shown.set(pkg, after);
  }

  /** The same is told once, and again when it went well in between. */
  troubled(pkg: OpenPackage, why: string | undefined): void {
    if (why !== undefined && this.#troubles.get(pkg) !== why)
      this.#warn(serverWords[this.#showing.language].troubled(pkg.place.folder, why));
    this.#troubles.set(pkg, why);
  }

  /** A request for a choice would need an answer, which not every editor gives. */
  #warn(message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }

  cut(pkg: OpenPackage): void {
    this.#warn(serverWords[this.#showing.language].cut(pkg.place.folder));
  }
}

/** Of the settings that an editor sends along: ours, by themselves or under our name. */
function sectionOf(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && 'madang' in sent ? sent.madang : sent;
}
