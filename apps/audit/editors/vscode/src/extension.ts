import { commands, l10n, window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, type Executable, type LanguageClientOptions } from 'vscode-languageclient/node';
import { OneClient } from './one-client.ts';

const NAME = 'Madang audit';

let server: OneClient | undefined;

/** Called when the first Python file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel(NAME, { log: true });
  const audit = new OneClient(() => createClient(log));
  server = audit;
  context.subscriptions.push(
    log,
    commands.registerCommand('madang.restart', () => restart(audit)),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('madang.command')) await restart(audit);
    }),
  );
  await restart(audit);
}

/** Called when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** The client itself tells why the server does not start; this, what to do about it. */
async function restart(audit: OneClient): Promise<void> {
  try {
    await audit.restart();
  } catch {
    void offerSettings();
  }
}

async function offerSettings(): Promise<void> {
  const open = l10n.t('Open the setting');
  const chosen = await window.showErrorMessage(
    l10n.t(
      '"{0}" does not start. Set madang.command to the path of the launcher, in the folder of Madang.',
      command(),
    ),
    open,
  );
  if (chosen === open) await commands.executeCommand('workbench.action.openSettings', 'madang.command');
}

const command = (): string => workspace.getConfiguration('madang').get('command', 'madang');

function createClient(outputChannel: LogOutputChannel): LanguageClient {
  const executable: Executable = { command: command(), args: ['audit', 'lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'python' },
      { scheme: 'file', pattern: '**/package.json' },
    ],
    initializationOptions: workspace.getConfiguration('madang'),
    outputChannel,
  };
  return new LanguageClient('madang', NAME, executable, options);
}
