import { fromSource } from '../foreground.mjs';

/** @typedef {{ name: string, args: string[] }} Step `args` are Node's; it runs in the root */

const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const TSC = 'node_modules/typescript/bin/tsc';

/** All that `npm run check` checks; those that take longest come first. @type {Step[]} */
export const STEPS = [
  { name: 'lint', args: [ESLINT, '.', '--max-warnings', '0'] },
  { name: 'types', args: [TSC, '--pretty', 'false'] },
  { name: 'types-of-tools', args: [TSC, '--pretty', 'false', '--project', 'tools'] },
  { name: 'format', args: [PRETTIER, '--check', '.'] },
  { name: 'boundaries', args: ['tools/check-boundaries.mjs'] },
  { name: 'generated', args: fromSource('apps/madang/src/main.ts', ['generate', '--check']) },
  { name: 'documents', args: ['tools/check-documents.mjs'] },
];
