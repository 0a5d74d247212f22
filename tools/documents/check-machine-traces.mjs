import { lineAt } from './files.mjs';

const TRACES = [
  { what: 'a path of one machine', pattern: /(?<![\w.:@*/-])\/(?:work|root|home)\/[\w.-]+/g },
  {
    what: 'the host of a package registry',
    pattern: /\b(?:registry\.(?:npmjs|yarnpkg|npmmirror)|npmjs\.(?:org|com)|pypi\.org|crates\.io)/g,
  },
  { what: 'the address of a package', pattern: /"resolved": "https?:[^"]*/g },
];

/**
 * What only holds on the machine where it was written, in any text of the repository.
 *
 * @param {Iterable<[string, string]>} texts by their paths from the root
 * @returns {string[]}
 */
export function checkMachineTraces(texts) {
  return [...texts].flatMap(([file, text]) =>
    TRACES.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].map(
        ({ 0: found, index }) => `${file}:${lineAt(text, index)} holds ${what}: ${found}`,
      ),
    ),
  );
}
