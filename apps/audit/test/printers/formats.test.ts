import { openBrowser, type Browser, type Page } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { printers } from '../../src/printers/printers.ts';
import { drawn, packageOf, teaching, written } from './drawn.ts';
import { mermaidFaults } from './mermaid-grammar.ts';

const names = printers.map(({ name }) => name);
const folders = ['samplegame', 'chip', 'welcome', 'interface_exercise', 'show_me_the_money'];

const HOSTILE = packageOf(
  `class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._a = VarDB('"]; click n0 href "javascript:alert(1)" %%{init}%% <script>alert(1)</script> \`x\` end', db, value_type=int)
        self._b = DictDB(']]></style><img src=x onerror=alert(1)>', db, value_type=int)
        self._c = VarDB('</text></svg><svg onload=alert(1)>&amp;&#60;', db, value_type=str)
        self._d = VarDB('\u202eright\u0000\u001b[2J\u2028', db, value_type=str)
    @eventlog
    def 이벤트(self, _x: "</title><script>alert(1)</script>") -> None:
        pass
    @external
    def end(self, subgraph: str = "--> n1", graph: '\`"#quot;"\`' = None) -> "1. list **bold** _em_":
        if self.msg.sender != Address.from_string('"];n9["<b>'):
            revert('</svg>')
        self._a.set(1)
        self._d.set('x')
        self._b["<i>"] = 2
    @payable
    def fallback(self):
        self.icx.transfer(self.msg.sender, self.msg.value)
    @external
    def ${'x'.repeat(400)}(self):
        self.call(addr_to=self.msg.sender, func_name='"|evil|"', kw_dict={})
class style(InterfaceScore):
    @interface
    def click(self, _a: '"]' = "<u>"): pass
`,
);

describe('as JSON', () => {
  const At = z.strictObject({ file: z.string(), line: z.int().min(1) }).nullable();
  const Piece = z.strictObject({
    text: z.string(),
    tone: z.enum(['plain', 'muted', 'good', 'warn', 'bad']),
    at: At,
  });
  const titled = { printer: z.enum(names), title: z.string(), notes: z.array(Piece) };
  const Shape = z.discriminatedUnion('kind', [
    z.strictObject({
      ...titled,
      kind: z.literal('table'),
      columns: z.array(z.strictObject({ key: z.string(), title: z.string() })),
      sections: z.array(
        z.strictObject({
          title: z.string(),
          rows: z.array(
            z.strictObject({ kind: z.string(), at: At, cells: z.record(z.string(), z.array(Piece)) }),
          ),
        }),
      ),
    }),
    z.strictObject({
      ...titled,
      kind: z.literal('graph'),
      nodes: z.array(
        z.strictObject({
          ...{ id: z.string(), label: z.string(), kind: z.string(), lines: z.array(Piece) },
          ...{ cluster: z.string().nullable(), at: At },
        }),
      ),
      edges: z.array(
        z.strictObject({ from: z.string(), to: z.string(), labels: z.array(Piece), dashed: z.boolean() }),
      ),
      clusters: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    }),
  ]);

  it.each(names)('%s has the shape that docs/printers.md tells', (name) => {
    for (const folder of folders) {
      const json = Shape.parse(JSON.parse(written(teaching(folder), name, 'json')));
      if (json.kind !== 'graph') continue;
      const ids = new Set(json.nodes.map(({ id }) => id));
      for (const { from, to } of json.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
      for (const { cluster } of json.nodes)
        expect(cluster === null || json.clusters.some(({ id }) => id === cluster)).toBe(true);
    }
  });

  it('is the same in both languages, and shows no character that hides', () => {
    for (const name of names) {
      const json = written(HOSTILE, name, 'json');
      expect(written(HOSTILE, name, 'json', { language: 'ko' })).toBe(json);
      expect(json).not.toMatch(/[\u202e\u2028\u0000\u001b]/);
    }
    expect(written(HOSTILE, 'storage', 'json')).toContain('\\u202e');
  });
});

describe('as Mermaid', () => {
  it.each(names)('%s is a flowchart and nothing else, whatever the names', (name) => {
    const packages = [...folders.map(teaching), HOSTILE];
    for (const files of packages)
      for (const language of ['en', 'ko'] as const)
        expect(mermaidFaults(written(files, name, 'mermaid', { language }))).toEqual([]);
  });

  it('the grammar itself finds what is wrong', () => {
    const head = '---\ntitle: "Calls"\n---\nflowchart LR\n';
    for (const line of [
      '  n0["a"]:::inner;click n0',
      '  n0["<b>"]:::inner',
      '  click n0 href "x"',
      '  n0 --> n9',
    ])
      expect(mermaidFaults(`${head}${line}`)).toHaveLength(1);
  });
});

describe('as SVG', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  }, 120_000);
  afterAll(() => browser.close());

  const read = (svg: string) =>
    page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...parsed.querySelectorAll('*')];
      const root = parsed.documentElement;
      return {
        fault: parsed.querySelector('parsererror')?.textContent ?? '',
        elements: [...new Set(all.map(({ localName }) => localName))].toSorted(),
        handlers: all.filter(({ attributes }) =>
          [...attributes].some(({ name }) => /^on|href|src/.test(name)),
        ).length,
        named: (root.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => parsed.getElementById(id)?.textContent),
        text: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n'),
      };
    }, svg);

  const KNOWN = [
    'defs',
    'desc',
    'g',
    'line',
    'marker',
    'path',
    'rect',
    'style',
    'svg',
    'text',
    'title',
    'tspan',
  ];

  it.each(names)(
    '%s is well-formed, has a title, and holds nothing but shapes and words',
    async (name) => {
      for (const files of [...folders.map(teaching), HOSTILE])
        for (const language of ['en', 'ko'] as const) {
          const picture = drawn(files, name);
          const { fault, elements, handlers, named } = await read(written(files, name, 'svg', { language }));
          expect([fault, handlers, named]).toEqual([
            '',
            0,
            [picture.title[language], picture.about[language]],
          ]);
          for (const element of elements) expect(KNOWN).toContain(element);
        }
    },
    120_000,
  );

  it('shows hostile names as what they are', async () => {
    const { text } = await read(written(HOSTILE, 'storage', 'svg'));
    expect(text).toContain(']]></style><img');
    expect(text).toContain('\\u{202e}');
  });

  it('keeps the words of each box inside it', async () => {
    for (const name of ['calls', 'flow', 'inheritance']) {
      await page.setContent(written(teaching('samplegame'), name, 'svg'));
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('g:has(> rect.card)')].flatMap((group) => {
          const box = group.querySelector('rect.card')?.getBoundingClientRect();
          const words = [...group.querySelectorAll('text')];
          return words
            .filter((word) => box !== undefined && word.getBoundingClientRect().right > box.right)
            .map(({ textContent }) => textContent);
        }),
      );
      expect(outside).toEqual([]);
    }
  });

  it('is dark where the reader wants it dark', async () => {
    const colourIn = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate(() => {
        const paper = document.querySelector('.paper');
        return paper === null ? '' : getComputedStyle(paper).fill;
      });
    };
    await page.setContent(written(teaching('chip'), 'access', 'svg'));
    expect([await colourIn('light'), await colourIn('dark')]).toEqual([
      'rgb(250, 248, 244)',
      'rgb(19, 21, 25)',
    ]);
  });
});
