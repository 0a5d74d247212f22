import { describe, expect, it } from 'vitest';
import { readRulePage } from '../catalogue/rule-page.ts';
import { rules } from '../rules/index.ts';
import { highlighted } from './highlight.ts';
import { ruleHtml } from './rule-html.ts';

describe('the page of a rule as HTML', () => {
  it('shows HTML as text, and follows no link to anything but the web and the house', () => {
    const html = ruleHtml(
      [
        '# Title',
        'Say `<b>` and <img src=x onerror=hit()>.',
        '<script>hit()</script>',
        '[a](javascript:hit()) [b](https://x.example/?a="b") [c](//x.example) [d](/audit/rules/F01) ![i](https://x.example/i.png)',
        '```python\nx = "<i>"  # </code>\n```',
      ].join('\n\n'),
    );
    expect(html).not.toMatch(/<(?:img|script|i|b|h1)\b/);
    expect(html).toContain('&lt;img src=x onerror=hit()&gt;');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://x.example/?a=&quot;b&quot;',
      '/audit/rules/F01',
    ]);
    expect(html).toContain('<span class="py-string">&quot;&lt;i&gt;&quot;</span>');
  });

  it.each(['ko', 'en'] as const)('is made of few tags, for every rule, in %s', async (language) => {
    const tags = new Set<string>();
    for (const rule of rules) {
      const html = ruleHtml(await readRulePage(rule, language));
      expect(html).toMatch(/<h2>/);
      for (const [, tag = ''] of html.matchAll(/<(\w+)/g)) tags.add(tag);
    }
    const known = ['a', 'code', 'em', 'h2', 'h3', 'li', 'ol', 'p', 'pre', 'span', 'strong', 'ul'];
    expect([...tags].filter((tag) => !known.includes(tag))).toEqual([]);
  });
});

describe('Python', () => {
  const plain = (html: string) => html.replace(/<[^>]*>/g, '');

  it('keeps its text, with what is what in classes', () => {
    const html = highlighted("@external\ndef f(self):  # it's\n    return 'a # b'");
    expect(html).toBe(
      '<span class="py-decorator">@external</span>\n<span class="py-keyword">def</span> f(self):  ' +
        '<span class="py-comment"># it&#39;s</span>\n    <span class="py-keyword">return</span> ' +
        '<span class="py-string">&#39;a # b&#39;</span>',
    );
    expect(plain(highlighted('x = """a\n# b"""'))).toBe('x = &quot;&quot;&quot;a\n# b&quot;&quot;&quot;');
  });
});
