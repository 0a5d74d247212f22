import { tokenize } from '../../src/domain/python/lexer.ts';
import { T } from '../../src/domain/python/token-kinds.ts';
import type { MutateText } from './mutate-lines.ts';
import type { Random } from './random.ts';

interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

const VALUES = [
  '0',
  '-1',
  '2**256',
  `1${'0'.repeat(5000)}`,
  '1e999',
  '0x',
  "''",
  `'${'a'.repeat(20_000)}'`,
  'None',
  '[]',
  '{}',
  'self',
  '*a',
  'lambda: 0',
  'f"{x}"',
  '(yield)',
  '...',
];

/** Changes of single tokens: what comes out is still nearly Python, and gets past the parser. */
export const tokenMutations: Readonly<Record<string, MutateText>> = {
  'delete a token': onToken((text, token) => put(text, token, '')),
  'double a token': onToken((text, token) =>
    put(text, token, `${imageOf(text, token)} ${imageOf(text, token)}`),
  ),
  'a token of its kind instead': onToken((text, token, random, donor) => {
    const alike = tokensOf(donor).filter(({ kind }) => kind === token.kind);
    return put(text, token, imageOf(donor, random.pick(alike) ?? { start: 0, end: 0 }));
  }),
  'a name of its own instead': onToken(
    (text, token, random) => {
      const names = tokensOf(text).filter(isName);
      return put(text, token, imageOf(text, random.pick(names) ?? token));
    },
    (token) => isName(token),
  ),
  'an operator instead': onToken(
    (text, token, random) =>
      put(
        text,
        token,
        random.pick([
          '+',
          '-',
          '*',
          '/',
          '//',
          '%',
          '**',
          '@',
          '<<',
          'and',
          'or',
          'in',
          'is',
          '==',
          '<',
          '=',
          '.',
          ',',
          ':=',
          'if',
        ]) ?? '',
      ),
    ({ kind }) => kind >= T.Plus && kind < T.False,
  ),
  'a value instead': onToken(
    (text, token, random) => put(text, token, random.pick(VALUES) ?? ''),
    ({ kind }) => kind === T.Name || kind === T.Number || kind === T.String,
  ),
  'rename everywhere': (text, random) => {
    const names = tokensOf(text).filter(isName);
    const [from, to] = [imageOf(text, random.pick(names)), imageOf(text, random.pick(names))];
    return tokensOf(text)
      .filter((token) => isName(token) && imageOf(text, token) === from)
      .reduceRight((changed, token) => put(changed, token, to), text);
  },
};

function onToken(
  change: (text: string, token: Token, random: Random, donor: string) => string,
  wanted: (token: Token) => boolean = () => true,
): MutateText {
  return (text, random, donor) => {
    const token = random.pick(tokensOf(text).filter(wanted));
    return token === undefined ? text : change(text, token, random, donor);
  };
}

const isName = ({ kind }: Token) => kind === T.Name;

/** All tokens that have a text. */
function tokensOf(text: string): Token[] {
  const { kinds, starts, ends } = tokenize(text);
  return kinds
    .map((kind, index) => ({ kind, start: starts[index] ?? 0, end: ends[index] ?? 0 }))
    .filter(({ kind, start, end }) => end > start && kind !== T.Newline);
}

const imageOf = (text: string, token: Pick<Token, 'start' | 'end'> | undefined) =>
  token === undefined ? '' : text.slice(token.start, token.end);

const put = (text: string, { start, end }: Token, image: string) =>
  text.slice(0, start) + image + text.slice(end);
