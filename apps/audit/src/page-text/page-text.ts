import { printable } from '@madang/errors';
import { lexer, type Token, type Tokens } from 'marked';
import type { Paint } from '../output/paint.ts';
import { wrap } from './wrap.ts';

export interface PageOptions {
  /** Columns of a line; code is not broken. */
  readonly width: number;
  readonly paint: Paint;
}

/** A page that is written in Markdown, as a terminal shows it. What a page of ours does not use comes out as it is written. */
export function pageText(markdown: string, options: PageOptions): string {
  return blocks(lexer(markdown), options).join('\n\n');
}

function blocks(tokens: readonly Token[], options: PageOptions): string[] {
  return tokens.filter(({ type }) => type !== 'space').map((token) => block(token, options));
}

function block(token: Token, options: PageOptions): string {
  const { paint, width } = options;
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const text = inline(tokens, plain);
      return paint(depth === 1 ? ['bold', 'underline'] : 'bold', text);
    }
    case 'paragraph':
      return wrap(inline((token as Tokens.Paragraph).tokens, paint), width);
    case 'list':
      return list(token as Tokens.List, options);
    case 'code':
      return code((token as Tokens.Code).text, paint);
    default:
      return wrap(shown(token.raw), width);
  }
}

function list({ items, ordered, start }: Tokens.List, options: PageOptions): string {
  return items
    .map(({ tokens }, index) => {
      const mark = ordered ? `${Number(start) + index}. ` : '• ';
      const indent = ' '.repeat(mark.length);
      const inner = { ...options, width: options.width - mark.length };
      const text = tokens
        .map((token) =>
          token.type === 'text'
            ? wrap(inline((token as Tokens.Text).tokens ?? [], options.paint), inner.width)
            : block(token, inner),
        )
        .join('\n');
      return mark + text.replaceAll('\n', `\n${indent}`);
    })
    .join('\n');
}

/** Code keeps its lines; what is said of them in comments stands back. */
function code(text: string, paint: Paint): string {
  return text
    .split('\n')
    .map((line) => {
      const [, before = '', comment = ''] = /^(.*?)(#.*)?$/.exec(printable(line, 400)) ?? [];
      const style = comment.includes('expect:') ? 'red' : 'gray';
      return `    ${before}${comment === '' ? '' : paint(style, comment)}`.trimEnd();
    })
    .join('\n');
}

const plain: Paint = (_style, text) => text;

function inline(tokens: readonly Token[], paint: Paint): string {
  return tokens.map((token) => span(token, paint)).join('');
}

function span(token: Token, paint: Paint): string {
  switch (token.type) {
    case 'codespan':
      return codeSpan(shown((token as Tokens.Codespan).text), paint);
    case 'strong':
      return paint('bold', inline((token as Tokens.Strong).tokens, plain));
    case 'em':
      return paint('italic', inline((token as Tokens.Em).tokens, plain));
    case 'link': {
      const { tokens, href } = token as Tokens.Link;
      return `${inline(tokens, paint)} (${shown(href)})`;
    }
    case 'text':
    case 'escape':
      return shown((token as Tokens.Text).text);
    default:
      return shown(token.raw);
  }
}

/** Where there are no colours, it keeps its marks. */
function codeSpan(text: string, paint: Paint): string {
  const painted = paint('cyan', text);
  return painted === text ? `\`${text}\`` : painted;
}

const shown = (text: string): string => printable(text.replace(/\s*\n\s*/g, ' '), 4000);
