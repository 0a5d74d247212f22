import { posix } from 'node:path';
import { lineAt } from './files.mjs';
import { anchorsIn, linksIn } from './markdown.mjs';

const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Links that lead nowhere: to a file that git does not have, or to a heading that its page does not have.
 *
 * @param {Map<string, string>} pages Markdown texts by their paths from the root
 * @param {Set<string>} paths every file and folder of the repository
 * @returns {string[]}
 */
export function checkLinks(pages, paths) {
  return [...pages].flatMap(([page, text]) =>
    linksIn(text)
      .filter((link) => !ELSEWHERE.test(link.text))
      .flatMap((link) => {
        const reason = whyBroken(page, link.text, pages, paths);
        return reason === undefined
          ? []
          : [`${page}:${lineAt(text, link.index)} links to ${link.text}: ${reason}`];
      }),
  );
}

/**
 * @param {string} page
 * @param {string} link
 * @param {Map<string, string>} pages
 * @param {Set<string>} paths
 */
function whyBroken(page, link, pages, paths) {
  const [file = '', anchor] = decodeURI(link).split('#', 2);
  const target =
    file === '' ? page : posix.normalize(posix.join(posix.dirname(page), file)).replace(/\/$/, '');
  if (target.startsWith('..')) return 'it leaves the repository';
  if (!paths.has(target)) return `there is no ${target} in the repository`;
  const text = pages.get(target);
  if (anchor === undefined || text === undefined || anchorsIn(text).has(anchor)) return undefined;
  return `${target} has no heading with that anchor`;
}
