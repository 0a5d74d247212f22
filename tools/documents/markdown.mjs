// Just as much of Markdown as the house's documents use; everything keeps its place, so that a finding can name its line.

const FENCE = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|$(?![\s\S]))/gm;
const COMMENT = /<!--[\s\S]*?-->/g;
const CODE_SPAN = /(?<!`)(`+)(?!`)([^`]|(?!\1(?!`))`)+?\1(?!`)/g;

/** @typedef {{ text: string, index: number }} Piece */

/** Text with its code blocks and comments blanked. @param {string} text */
export function withoutBlocks(text) {
  return text.replace(FENCE, blank).replace(COMMENT, blank);
}

/**
 * Every target of a link, an image or a link definition.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function linksIn(text) {
  const prose = withoutBlocks(text).replace(CODE_SPAN, blank);
  const inline = prose.matchAll(/\]\(\s*<?([^()<>\s]+(?:\([^()\s]*\)[^()<>\s]*)?)>?(?:\s+"[^"]*")?\s*\)/g);
  const definitions = prose.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)>?/gm);
  const html = prose.matchAll(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g);
  return [...inline, ...definitions, ...html].map((match) => ({ text: match[1] ?? '', index: match.index }));
}

/**
 * What stands between backticks within a line.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function codeSpansIn(text) {
  return [...withoutBlocks(text).matchAll(CODE_SPAN)].map(({ 0: span, index }) => ({
    text: span.replace(/^`+ ?| ?`+$/g, ''),
    index,
  }));
}

/**
 * The anchors that a page has: those of its headings, made as code hosts make them, and those of HTML.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsIn(text) {
  const anchors = new Set();
  for (const { 1: heading = '' } of withoutBlocks(text).matchAll(
    /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm,
  )) {
    const slug = slugOf(heading);
    let anchor = slug;
    for (let copy = 1; anchors.has(anchor); copy++) anchor = `${slug}-${copy}`;
    anchors.add(anchor);
  }
  for (const { 1: id } of text.matchAll(/<[^>]+\b(?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

/** @param {string} heading */
function slugOf(heading) {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** @param {string} text */
function blank(text) {
  return text.replace(/[^\n]/g, ' ');
}
