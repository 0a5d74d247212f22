import { lineAt } from './files.mjs';
import { codeSpansIn } from './markdown.mjs';

/** The pages that lead through the house; a path they name must be there. */
const GUIDES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const PLACEHOLDER = /[^\p{L}\p{N}/._@-]|(^|\/)[A-Z]+(\/|$)/u;

/**
 * Paths between backticks that do not exist. Only what starts with a folder of the root counts as a path, and nothing that
 * is an example: that holds a placeholder (a NAME in capitals, `*`, `<name>`, `…`) or lies in an app that is not there.
 *
 * @param {Map<string, string>} pages Markdown texts by their paths from the root
 * @param {Set<string>} paths every file and folder of the repository
 * @returns {string[]}
 */
export function checkNamedPaths(pages, paths) {
  const folders = new Set(
    [...paths].filter((path) => path.includes('/')).map((path) => path.split('/', 1)[0]),
  );
  return GUIDES.flatMap((page) => {
    const text = pages.get(page) ?? '';
    return codeSpansIn(text)
      .map(({ text: span, index }) => ({ path: span.replace(/^\.\//, '').replace(/\/$/, ''), index }))
      .filter(
        ({ path }) => path.includes('/') && folders.has(path.split('/', 1)[0]) && !PLACEHOLDER.test(path),
      )
      .filter(({ path }) => !paths.has(path) && !isInNewApp(path, paths))
      .map(({ path, index }) => {
        const advice = 'if it is only an example, write NAME in capitals or show it in a code block';
        return `${page}:${lineAt(text, index)} names ${path}, which is not there; ${advice}`;
      });
  });
}

/**
 * @param {string} path
 * @param {Set<string>} paths
 */
function isInNewApp(path, paths) {
  const [group, app] = path.split('/');
  return group === 'apps' && !paths.has(`apps/${app}`);
}
