import { runLsp } from '../../src/command/run-lsp.ts';

// The server without the command line around it, as a process of its own.
await runLsp();
