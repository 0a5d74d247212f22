import type { NodeKind } from '../picture.ts';

/** The colour of each kind on light and on dark paper, in the order of legends. */
export const KIND_COLOURS: readonly (readonly [NodeKind, string, string])[] = [
  ['change', '#2b6cb0', '#6aa9e9'],
  ['payable', '#9a6700', '#d9a441'],
  ['lifecycle', '#7a4fb5', '#b493e6'],
  ['query', '#6b7280', '#8b93a1'],
  ['inner', '#a39c8f', '#5c6370'],
  ['unreached', '#d0c8ba', '#454b56'],
  ['contract', '#2b6cb0', '#6aa9e9'],
  ['interface', '#0e7490', '#4fb8cf'],
  ['helper', '#6b7280', '#8b93a1'],
  ['platform', '#a39c8f', '#5c6370'],
  ['storage', '#4a5160', '#c3c8d1'],
  ['event', '#0e7490', '#4fb8cf'],
  ['outside', '#0e7490', '#4fb8cf'],
  ['caller', '#2f7a66', '#66bfa5'],
  ['icx', '#9a6700', '#d9a441'],
  ['token', '#2f7a66', '#66bfa5'],
];

const LIGHT = {
  ...{ paper: '#faf8f4', surface: '#ffffff', sunk: '#f3efe8', ink: '#1f2328', muted: '#5a626d' },
  ...{ line: '#e4ded3', edge: '#8d867a', good: '#1b7446', warn: '#8a5a00', bad: '#b3261e' },
};
const DARK: typeof LIGHT = {
  ...{ paper: '#131519', surface: '#1b1e24', sunk: '#22262d', ink: '#e9e6e0', muted: '#a3a9b3' },
  ...{ line: '#2c313a', edge: '#79808c', good: '#63cd93', warn: '#e3b758', bad: '#ff8f85' },
};

const variables = (colours: typeof LIGHT, place: 1 | 2): string =>
  [
    ...Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`),
    ...KIND_COLOURS.map((kind) => `--${kind[0]}:${kind[place]}`),
  ].join(';');

const MONO =
  'ui-monospace,"SF Mono",Menlo,"DejaVu Sans Mono",Consolas,"D2Coding","Noto Sans Mono CJK KR",monospace';
const SANS =
  'system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Pretendard Variable",sans-serif';

/** Colours are those of the house, by the light of whoever looks; outside a browser the light ones hold. */
export const STYLE = [
  `svg{${variables(LIGHT, 1)}}`,
  `@media (prefers-color-scheme:dark){svg{${variables(DARK, 2)}}}`,
  `text{font:400 13px ${MONO};fill:var(--ink)}`,
  `.title{font:600 20px ${SANS}}.about{font:400 13px ${SANS};fill:var(--muted)}`,
  `.small{font-size:12px}.strong{font-weight:600}.section{font:600 15px ${SANS}}`,
  `.head{font:400 13px ${SANS};fill:var(--muted)}`,
  ...['muted', 'good', 'warn', 'bad'].map((tone) => `text.${tone},tspan.${tone}{fill:var(--${tone})}`),
  `tspan.bad,text.bad{font-weight:600}`,
  `.paper{fill:var(--paper)}.card{fill:var(--surface);stroke:var(--line)}`,
  `.cluster{fill:var(--sunk);stroke:var(--line)}`,
  `.rule{stroke:var(--line)}.zebra{fill:var(--sunk)}`,
  `.edge{fill:none;stroke:var(--edge);stroke-width:1.3}.dashed{stroke-dasharray:5 4}`,
  `.tip{fill:var(--edge)}`,
  `.under{fill:var(--paper);fill-opacity:.88}`,
  ...KIND_COLOURS.map(([kind]) => `.mark.${kind}{fill:var(--${kind})}`),
].join('\n');
