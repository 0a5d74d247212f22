import type { FastifyReply, FastifyRequest } from '@madang/http';
import { LANGS, type Lang, type Theme } from '@madang/web';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const YEAR_SECONDS = 365 * 24 * 3600;

/** Language and theme of the one who looks. */
export interface Choices {
  readonly lang: Lang;
  readonly theme: Theme;
}

/** The same without remembering anything: for pages of errors, which must not set cookies. */
export function languageOf(request: FastifyRequest, houseLang: Lang): Choices {
  const cookies = parseCookies(request.headers.cookie ?? '');
  return {
    lang: pick(LANGS, cookies.get('lang')) ?? spoken(request.headers['accept-language'] ?? '') ?? houseLang,
    theme: pick(THEMES, cookies.get('theme')) ?? 'auto',
  };
}

/** From `?lang=` and `?theme=` (remembered in a cookie), else the cookie, else what the browser asks for, else the house's language. */
export function readChoices(request: FastifyRequest, reply: FastifyReply, houseLang: Lang): Choices {
  const query = request.query as Record<string, unknown>;
  const lang = pick(LANGS, query['lang']);
  const theme = pick(THEMES, query['theme']);
  if (lang !== null) remember(reply, 'lang', lang);
  if (theme !== null) remember(reply, 'theme', theme);
  void reply.header('vary', 'cookie, accept-language');
  const known = languageOf(request, houseLang);
  return { lang: lang ?? known.lang, theme: theme ?? known.theme };
}

function pick<T extends string>(allowed: readonly T[], value: unknown): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}

function remember(reply: FastifyReply, name: string, value: string): void {
  void reply.header(
    'set-cookie',
    `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`,
  );
}

function parseCookies(header: string): Map<string, string> {
  return new Map(header.split(';').map((pair) => pair.trim().split('=', 2) as [string, string]));
}

/** The first language of ours in an Accept-Language header, by weight. */
function spoken(header: string): Lang | null {
  const wishes = header.split(',').map((part) => {
    const [tag = '', q] = part.trim().split(';q=');
    return { lang: pick(LANGS, tag.split('-')[0]?.toLowerCase()), weight: q === undefined ? 1 : Number(q) };
  });
  wishes.sort((a, b) => b.weight - a.weight);
  return wishes.find(({ lang }) => lang !== null)?.lang ?? null;
}
