import type { Verb } from '@madang/system';

/** `audit lsp`: the language server, for editors. */
export const lsp: Verb = {
  name: 'lsp',
  summary:
    'Speaks the Language Server Protocol on standard input and output, for editors; see docs/editors.md',
  examples: ['lsp'],
  switches: { stdio: 'Says what is so anyhow; some editors give it' },
  run: async () => (await import('./run-lsp.ts')).runLsp(),
};
