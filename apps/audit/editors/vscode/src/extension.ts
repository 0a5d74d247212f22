import { commands, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type Executable, type LanguageClientOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Called when the first Python file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('madang.restart', restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('madang.command')) await restart();
    }),
  );
  await start();
}

/** Called when the window closes. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration('madang');
  const server: Executable = { command: settings.get('command', 'madang'), args: ['audit', 'lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'python' },
      { scheme: 'file', pattern: '**/package.json' },
    ],
    initializationOptions: settings,
  };
  client = new LanguageClient('madang', 'Madang audit', server, options);
  await client.start();
}
