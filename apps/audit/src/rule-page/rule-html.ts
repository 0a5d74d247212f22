import { Marked, type Tokens } from 'marked';
import { withoutMarks } from '../catalogue/rule-page.ts';
import { escaped } from './escaped.ts';
import { highlighted } from './highlight.ts';

/** What is written as HTML stays text, and a link leads to the web or to a place of this house. */
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escaped(text),
    code: ({ text, lang }: Tokens.Code) =>
      `<pre tabindex="0"><code>${lang === 'python' ? highlighted(text) : escaped(text)}</code></pre>\n`,
    link({ href, tokens }: Tokens.Link) {
      const inner = this.parser.parseInline(tokens);
      return /^(?:https:\/\/|\/(?!\/)|#)/.test(href) ? `<a href="${escaped(href)}">${inner}</a>` : inner;
    },
    image: ({ text }) => escaped(text),
  },
});

/** The page of a rule as HTML, without its title, which stands above it. */
export const ruleHtml = (text: string): string =>
  markdown.parse(withoutMarks(text).replace(/^# .*\n/, ''), { async: false });
