import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LanguageServer } from '../language-server/server.ts';

/**
 * Serves the editor that started this process until it says `exit`, closes standard input or is gone itself; the process then ends
 * with 0 after `shutdown`, else with 1.
 */
export function runLsp(): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  new LanguageServer(connection);
  // An editor that refuses a request, or a fault of our own, is no reason to leave everybody else without answers.
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  connection.listen();
  // The connection ends the process.
  return new Promise(() => undefined);
}
