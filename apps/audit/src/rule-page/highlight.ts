import { escaped } from './escaped.ts';

/** Classes of pieces, in the order of the groups of `PIECES`. */
const KINDS = ['comment', 'string', 'decorator', 'keyword'];
const PIECES =
  /(#.*)|('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(@\w+)|\b(and|as|assert|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b/g;

/** Python as HTML, with what is what in classes. */
export function highlighted(code: string): string {
  let html = '';
  let at = 0;
  for (const match of code.matchAll(PIECES)) {
    const [text] = match;
    const kind = KINDS.find((_, index) => match[index + 1] !== undefined) ?? '';
    html += `${escaped(code.slice(at, match.index))}<span class="py-${kind}">${escaped(text)}</span>`;
    at = match.index + text.length;
  }
  return html + escaped(code.slice(at));
}
