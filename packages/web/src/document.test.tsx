import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { drawDocument } from './document.tsx';
import { Amount, Hash, Time, UntrustedText, useLocale, type Frame } from './index.ts';
import { island } from './islands/island.tsx';

const ASSETS = { styles: ['/style.css', '/fonts.css'], scripts: ['/islands.js'], icon: '/icon.svg' };
const FRAME: Frame = {
  lang: 'en',
  theme: 'auto',
  timeZone: 'Asia/Seoul',
  now: '2026-11-24T07:02:12.482Z',
  system: { name: 'Explorer', href: '/tracker' },
  places: [
    { href: '/tracker', label: 'Home', current: true },
    { href: '/tracker/blocks', label: 'Blocks', current: false },
  ],
  path: '/tracker',
  query: 'status=failure&q=%3C',
};

const HOSTILE = '<img src=x onerror=alert(1)>"\'&</title></script><!--\u0000\u202eevil\u2066\ud800\u001b[31m';
const Counter = island('counter', ({ start, note }: { start: number; note: string }) => (
  <b>
    {start} {note}
  </b>
));

function draw(body: VNode | string, frame: Partial<Frame> = {}, title = 'Blocks'): string {
  return drawDocument({ frame: { ...FRAME, ...frame }, title, assets: ASSETS, body });
}

describe('drawDocument', () => {
  it('draws a whole document in the language and theme asked for', () => {
    const html = draw(<p>hello</p>, { theme: 'dark' });
    expect(html).toMatch(
      /^<!doctype html><html lang="en" [^>]*data-theme="dark"><head><meta charset="utf-8"/,
    );
    expect(html).toContain('<title>Blocks · Explorer · Madang</title>');
    expect(html).toMatch(/<main id="main" tabindex="-1"><p>hello<\/p><\/main>.*<\/body><\/html>$/s);
    expect(draw(<p />, { theme: 'auto' })).not.toContain('data-theme');
    expect(draw(<p />, { lang: 'ko', system: null, places: [] }, '마당')).toContain('<title>마당</title>');
  });

  it('marks where one is, and links to the other language and theme without losing the query', () => {
    const html = draw('');
    expect(html).toContain('<a href="/tracker" aria-current="page">Home</a>');
    expect(html).toContain('href="?status=failure&amp;q=%3C&amp;lang=ko"');
    expect(html).toContain('href="?status=failure&amp;q=%3C&amp;theme=dark"');
  });

  it('sends a script only with a page that has an island', () => {
    expect(draw(<p />)).not.toContain('<script');
    expect(draw(<Counter start={1} note="" />)).toContain(
      '<script type="module" src="/islands.js"></script>',
    );
    expect(draw('', { search: { action: '/search', placeholder: 'Block' } })).toContain('/islands.js');
  });

  it('lets no text from outside become markup, in any place', () => {
    const html = draw(
      <>
        <p title={HOSTILE}>{HOSTILE}</p>
        <UntrustedText text={HOSTILE} />
        <Hash value={HOSTILE} href={`/x/${HOSTILE}`} />
        <Counter start={1} note={HOSTILE} />
      </>,
      {
        system: { name: HOSTILE, href: '/' },
        places: [{ href: '/', label: HOSTILE, current: false }],
        query: HOSTILE,
        search: { action: '/s', placeholder: HOSTILE, query: HOSTILE },
      },
      HOSTILE,
    );
    expect(html).not.toMatch(/<(img|!--)|\0|\p{Surrogate}/u);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });

  it('hands the props of an island over unchanged', () => {
    const html = draw(<Counter start={7} note={HOSTILE} />);
    const props = /data-island="counter" data-props="([^"]*)"/.exec(html)?.[1] ?? '';
    const text = props.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    expect(JSON.parse(text)).toEqual({ start: 7, note: HOSTILE });
  });

  it('holds no inline style or script, so that a strict policy takes nothing away', () => {
    const html = draw(
      <>
        <Amount amount="1" />
        <Time time={FRAME.now} />
      </>,
      { search: { action: '/s', placeholder: '' } },
    );
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style/);
  });

  it('makes the characters that hide or reorder text visible, and leaves ordinary text alone', () => {
    const html = draw(<UntrustedText text={`${HOSTILE} 마당 👍 e\u0301`} />);
    expect(html).toContain('\\u{0}\\u{202e}evil\\u{2066}\\u{d800}\\u{1b}[31m 마당 👍 e\u0301</bdi>');
  });

  it('cuts half a megabyte of one letter and says how long it was', () => {
    const html = draw(<UntrustedText text={'a'.repeat(500 * 1024)} max={100} />);
    expect(html).toContain(`${'a'.repeat(100)}<span title="first 100 of 512,000 characters">…</span></bdi>`);
    expect(html.length).toBeLessThan(4000);
  });
});

describe('useLocale', () => {
  it('says what is wrong outside a page', () => {
    const Lost = (): VNode => <p>{useLocale().lang}</p>;
    expect(() => Lost()).toThrow();
  });
});

describe('island', () => {
  it('does not compile with props that JSON would change', () => {
    // @ts-expect-error A bigint does not travel in JSON.
    island('amount', ({ amount }: { amount: bigint }) => <p>{amount}</p>);
    // @ts-expect-error Nor does a function.
    island('button', ({ press }: { press: () => void }) => <button onClick={press} />);
  });
});
